import type { ActivityDetail } from '#contract/activity'
import type { CannotJoin, MySignup } from '#contract/session'
import type { Instant } from '#contract/shared/scalars'
import { dayMs, minuteMs } from '#contract/shared/time'
import { momentWords } from '#text/shared/time'
import { courseText } from '#text/training/course'

/** `还剩约 5 小时`, `还剩 20 分钟`: said once when the page is shown, so that a screen reader does not read a countdown. */
export function timeLeftWords(until: Instant, now: Instant): string {
  const minutes = Math.floor((until - now) / minuteMs)
  if (minutes < 1) return '马上就到时间'
  if (minutes < 60) return `还剩 ${minutes} 分钟`
  const hours = Math.floor(minutes / 60)
  return hours < 48 ? `还剩约 ${hours} 小时` : `还剩约 ${Math.floor(hours / 24)} 天`
}

const lateMs = dayMs

/** Says the state of the reader's sign-up, in a sentence or two. */
export function signupSentence(
  mine: MySignup,
  { from, closesAt, doorOpensAt }: { from: Instant; closesAt?: Instant | undefined; doorOpensAt: Instant },
  now: Instant,
): string {
  switch (mine.state) {
    case 'confirmed':
      if (mine.stars !== undefined) return `您来过了，评了 ${mine.stars} 颗星。谢谢您！`
      if (mine.present) return '您签到了，来过了。'
      if (mine.appeal !== undefined) return `您说明过了：「${mine.appeal}」。协调员会核对，对了就改过来。`
      if (mine.missed) return '这一场没有看到您签到，先记为缺席。来过的话，请写一句说明。'
      if (now >= from + lateMs) return '您报上了。'
      return now < doorOpensAt
        ? `您报上了。${momentWords(doorOpensAt, now)} 起可以签到，到时间再来。`
        : '您报上了，现在可以签到。'
    case 'waitlisted':
      return mine.position === undefined
        ? '您在候补里。轮到了会通知您。'
        : `您排在候补第 ${mine.position} 位。轮到了会通知您，要在时间内确认。`
    case 'offered':
      return mine.offerUntil === undefined
        ? '有名额了，请确认要不要去。'
        : `有名额了！请在${momentWords(mine.offerUntil, now)} 前确认，${timeLeftWords(mine.offerUntil, now)}。过了时间就让给后面的人。`
    case 'in_draw':
      return closesAt === undefined || now >= closesAt
        ? '正在抽签，过一会儿再来看结果。'
        : `您参加了抽签。${momentWords(closesAt, now)} 截止以后抽，结果会通知您。`
    case 'withdrawn':
      return '您说过不去这一场了。'
    case 'lapsed':
      return '给您留的名额过了时间没有确认，已经让给后面的人。还想去，可以再排队。'
    case 'cancelled':
      return '这一场取消了，您不用去了。'
  }
}

/** The same for a place in a course; `door` is its next lesson. */
export function traineeSentence(
  mine: MySignup,
  door: { from: Instant; to: Instant; present?: boolean | undefined },
  { closesAt, doorOpensAt }: { closesAt?: Instant | undefined; doorOpensAt: Instant },
  now: Instant,
): string {
  if (mine.passedOn) return courseText.passedOn
  const said = mine.stars !== undefined || mine.appeal !== undefined || mine.missed
  if (mine.state !== 'confirmed' || said)
    return signupSentence(mine, { from: door.from, closesAt, doorOpensAt }, now)
  if (now >= door.to) return courseText.over
  if (now < doorOpensAt) return courseText.waitsFor(door, doorOpensAt, now)
  return door.present ? courseText.isHere : courseText.checkInNow
}

/** Says why somebody cannot join and what to do about it. */
export function cannotJoinWords(why: CannotJoin, signup: ActivityDetail['signup'], now: Instant): string {
  switch (why) {
    case 'not_signed_in':
      return '登录以后就能报名。'
    case 'not_registered':
      return '要先登记为社区居民，才能报名。填写大约需要两分钟。'
    case 'not_verified':
      return '您的居民登记还在核对，核对通过就能报名，通常不超过两个工作日。急的话请打社区电话。'
    case 'not_open_yet':
      return `报名还没有开始。${momentWords(signup.opensAt, now)} 起可以报名，到时间再来。`
    case 'closed':
      return `报名已经截止（${momentWords(signup.closesAt, now)}）。想去可以到现场问一问有没有空位。`
    case 'cancelled':
      return '这一场取消了，请看看别的活动。'
    case 'over':
      return '这一场已经结束了，请看看别的活动。'
    case 'waitlist_full':
      return '候补也排满了。请看看别的场次，或者过些时候再来看看。'
    case 'volunteers_only':
      return '这一场只要志愿者来帮忙，不用报名参加。想帮忙的，请看下面的志愿岗位。'
    case 'other_grid':
      return '这个活动只请几个网格的居民，您登记的网格不在里面。登记得不对，请找网格员改。'
    case 'other_estate':
      return '这个活动只请几个小区的居民，您登记的小区不在里面。登记得不对，请找网格员改。'
    case 'too_young':
      return '这个活动请的是年纪大些的居民。可以替家里合适的老人报名：先在「我照护的家人」里添加。'
    case 'too_old':
      return '这个活动请的是年纪小些的居民。可以替家里合适的孩子报名：先在「我照护的家人」里添加。'
    case 'age_unknown':
      return '这个活动看年龄，您还没有登记生日。请找网格员补上生日，就能报名。'
    case 'needs_child':
      return '这个活动是大人和孩子一起来的。报名时请加上一位 14 岁以下的孩子。'
  }
}

/** The words of the button that leads on where somebody cannot join yet. */
export const cannotJoinAction = {
  not_signed_in: '去登录',
  not_registered: '去登记',
  not_verified: '看看登记到哪一步',
  too_young: '看我照护的家人',
  too_old: '看我照护的家人',
  other: '看看别的活动',
} as const

/** Who comes: the sheet. */
export const partyText = {
  title: '谁去？',
  lead: (most: number) => `可以一起报，最多 ${most} 个人，算一家，一起排。`,
  myself: '我自己',
  dependents: '我照护的家人',
  guest: '还有一位',
  guestHint: '没有登记的亲友，写上名字就行，可以不填。',
  guestUnder14: '他未满 14 岁',
  guestLabel: '亲友的名字',
  guestWrong: '名字最多二十个字，只写名字。',
  nobody: '请至少选一个人。',
  tooMany: (most: number) => `最多报 ${most} 个人，请少选几位。`,
  submit: (count: number) => (count > 0 ? `就报这 ${count} 个人` : '报名'),
} as const

/** Who of a party still comes: the sheet. */
export const fewerText = {
  title: '谁还去？',
  lead: '不去的人，点一下去掉；空出来的名额让给后面的人。要加人，请先点「我不去了」，再重新报名。',
  nobody: '一个人也不去的话，请点「我不去了」。',
  same: '还没有去掉谁。',
  submit: (count: number) => `改成这 ${count} 个人去`,
} as const

/** 我的报名. */
export const mySignupsText = {
  which: '看哪些',
  upcoming: '接下来的',
  past: '过去的',
  empty: { title: '还没有报名', text: '社区的活动都可以看看，报名免费。', action: '看看有哪些活动' },
  emptyPast: { title: '还没有参加过活动', text: '参加过的会放在这里。' },
  open: '打开活动',
  openOf: (title: string) => `打开活动：${title}`,
  rate: '说说这次怎么样',
  explain: '来过？去说明',
  next: '下一个活动',
  all: '全部报名',
} as const
