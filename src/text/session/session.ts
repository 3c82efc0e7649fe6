import type { SessionView, SignedUp } from '#contract/session'
import type { Instant } from '#contract/shared/scalars'
import type { Clash } from '#contract/shift'
import { capacityWords, drawCapacityWords } from '#text/activity/activity'
import { momentWords, windowWords } from '#text/shared/time'

/** A session and the caller's own place in it. */
export const sessionText = {
  places: (session: SessionView, rule: 'first_come' | 'draw') =>
    rule === 'draw' && session.state !== 'drawn' ? drawCapacityWords(session) : capacityWords(session),
  closesAt: (at: Instant, now: Instant) => `${momentWords(at, now)} 截止报名`,
  signUp: '我要报名（我自己）',
  waitlist: (position: number) => `候补排队（我自己，第 ${position} 位）`,
  enterDraw: '参加抽签（我自己）',
  signUpParty: '带家人或朋友一起报',
  signUpChild: '带孩子报名',
  full: '名额满了。排上候补，有人不去了就轮到您，会通知您来确认。',
  afterSignUp: ({ state, position }: SignedUp): string => {
    switch (state) {
      case 'confirmed':
        return '报上了，名额给您留好了。到时来签到就行。'
      case 'offered':
        return '有名额了，请在下面确认要不要去。'
      case 'in_draw':
        return '参加抽签了。截止以后就抽，结果会通知您。'
      default:
        return position === undefined ? '排上候补了。' : `排上候补了，您是第 ${position} 位。轮到了会通知您。`
    }
  },
  accept: '要去，确认名额',
  decline: '不去了，让给后面的人',
  accepted: '确认好了，名额是您的。到时来签到就行。',
  declined: '让给后面的人了，谢谢您。还想去可以再排队。',
  declineAsk: {
    title: '不要这个名额了？',
    text: '名额马上给后面的人。以后想再去，要重新排到最后。',
    keep: '先留着',
  },
  withdraw: '我不去了',
  withdrawOf: (title: string) => `我不去了：${title}`,
  withdrawn: '好的，名额给后面的人了。谢谢您提前说一声。',
  fewer: '改来的人',
  fewerDone: '改好了，空出来的名额让给后面的人。',
  withdrawAsk: {
    confirmed: { title: '这一场不去了？', text: '名额马上给候补的人。以后想再去，要重新报名，可能要排队。' },
    waiting: { title: '不排队了？', text: '您前面排的位置不再保留。以后想再去，要从最后排起。' },
    draw: { title: '不参加抽签了？', text: '截止以前还可以再报名参加。' },
    keep: '还是去',
  },
  together: (names: readonly string[]) => `一起去的：${names.join('、')}`,
  calendar: '加到手机日历',
  calendarFile: '加到日历',
  calendarDone: '加到日历里了。',
  calendarFailed: '没有加到日历。请在手机设置里允许微信使用日历，再点一次。',
  calendarWhy: '要把活动的时间写进您手机的日历。不同意也没关系，开始前会有通知提醒您。',
  calendarRefuse: '不加了，看通知就行',
  proof: '抽签是怎么抽的',
  proofDetail: '自己核对有没有公平抽',
  clashTitle: '这个时间您还有别的事：',
  clash: ({ what, title, from, to }: Clash, now: Instant) => {
    const name = { session: '活动', booking: '认领的任务', shift: '志愿岗位' }[what]
    return `${name}${title ? `「${title}」` : ''} ${windowWords({ from, to }, now)}`
  },
  clashNote: '还是可以报名，请先想好来不来得及。',
} as const
