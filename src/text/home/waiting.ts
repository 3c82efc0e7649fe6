import type { Waiting, WaitingKind } from '#contract/home'
import type { Instant } from '#contract/shared/scalars'
import { dayNumberOf } from '#contract/shared/wallClock'
import { unclaimedBegun } from '#text/booking/bookingState'
import { dayWords, momentWords, windowWords } from '#text/shared/time'

/** What waits for a person on the first page. */
export const waitingBlockText = {
  title: '等您办的',
  ahead: '接下来',
  more: (count: number) => `还有 ${count} 件`,
  fewer: '收起来',
  seal: {
    service: '服务中',
    visit: '有人来',
    claim: '您要去',
    offer: '有名额了',
    signup: '报上了',
    question: '等您回答',
    confirm: '等您评价',
    rate: '等您评价',
    unclaimed: '还没人来',
    calls: '要打电话',
  } satisfies Record<WaitingKind, string>,
} as const

const volunteer = '志愿者'

/** What it is called. */
export const waitingTitle = ({ title, people }: Waiting): string =>
  people === undefined ? title : `有 ${people} 位要打电话`

/** When it is, in the words that matter most for its kind. */
export function waitingWhen({ kind, at, endsAt, until }: Waiting, now: Instant): string | undefined {
  switch (kind) {
    case 'offer':
    case 'question':
    case 'confirm':
    case 'rate':
      return until === undefined ? undefined : `${momentWords(until, now)} 前`
    default:
      if (at === undefined) return undefined
      return endsAt === undefined ? momentWords(at, now) : windowWords({ from: at, to: endsAt }, now)
  }
}

/** What happens, or what to do, in one sentence. */
export function waitingSentence(waiting: Waiting, now: Instant): string {
  const { kind, part, who = volunteer, at, endsAt } = waiting
  switch (kind) {
    case 'visit':
      return `${who}来。到时请打开签到码给他看。`
    case 'service':
      return part === 'claimer'
        ? '做完以后，请看居民的签到码签退。'
        : `${who}正在服务。做完以后，请再给他看一次签到码。`
    case 'claim':
      return '请按时到。到了先看居民的签到码签到。'
    case 'offer':
      return `给您留了名额，要不要来？${at === undefined ? '' : `活动在${dayWords(at, now)}。`}`
    case 'signup':
      return endsAt !== undefined && at !== undefined && at <= now ? '已经开始了。' : '您报上了名，请按时来。'
    case 'question':
      return '办事的人有一句话要问您。您回答了，才能接着办。'
    case 'confirm':
      return `${who}做完了。请您看看做得怎么样，评几颗星。`
    case 'rate':
      return '办好了。您满意吗？没办好也请说一声。'
    case 'unclaimed':
      return unclaimedBegun
    case 'calls':
      return '通知没有送到，他们也还没有看到。'
  }
}

/** The words on the one button that leads to it. */
export function waitingAction({ kind, part, at }: Waiting, now: Instant): string {
  switch (kind) {
    case 'visit':
      return at !== undefined && dayNumberOf(at) <= dayNumberOf(now) ? '打开签到码' : '看这个预约'
    case 'service':
      return part === 'claimer' ? '去签退' : '打开签到码'
    case 'claim':
      return at !== undefined && dayNumberOf(at) <= dayNumberOf(now) ? '看地址，去签到' : '看地址和电话'
    case 'offer':
      return '去答复'
    case 'signup':
      return '看这个活动'
    case 'question':
      return '去回答'
    case 'confirm':
    case 'rate':
      return '去评价'
    case 'unclaimed':
      return '换个时间'
    case 'calls':
      return '看是哪几位'
  }
}
