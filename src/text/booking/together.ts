import type { BookingClaimed, InSeries, OtherHand, TwoHands } from '#contract/booking'
import type { Instant } from '#contract/shared/scalars'
import { dateInYearWords, durationWords, momentWords } from '#text/shared/time'
import { numberInSeries } from './bookingState'

/** What a booking's page says of its series. */
export const seriesText = {
  title: (series: InSeries) => `每周的预约：${numberInSeries(series)}`,
  this: '这一次',
  mine: '您来',
  by: (who: string) => `${who}来`,
  claimOne: '认领这一次',
  claimRest: '每周都我来',
  claimRestHint: (open: number) => `这一次和以后的还有 ${open} 次没人认领。和您别的安排撞了的，会留给别人。`,
  claimed: ({ series }: BookingClaimed, now: Instant): string => {
    if (!series) return ''
    const left = series.left.map(({ from, why }) => `${dateInYearWords(from, now)}${whyLeft[why]}`)
    const without = left.length > 0 ? `没有认领的：${left.join('；')}。` : ''
    return `认领了 ${series.claimed} 次，都记在「我认领的任务」里。${without}`
  },
  which: { release: '哪几次来不了', cancel: '取消哪几次' },
  one: { release: '只是这一次', cancel: '只取消这一次' },
  rest: { release: '这次和以后的都来不了', cancel: '这次和以后的都取消' },
  released: (count: number) => `交还了 ${count} 次，已经告诉居民。谢谢您提前说一声。`,
  cancelled: (count: number) => `取消了 ${count} 次。在这之前的不变。`,
} as const

const whyLeft = { clash: '和您别的安排撞了', taken: '已经有人来' } as const

/** What a booking's page says of the two volunteers it wants. */
export const handsText = {
  title: '要两位一起来',
  claimed: (claimed: TwoHands['claimed']): string =>
    claimed === 2 ? '两位都有了。' : claimed === 1 ? '已有一位，还差一位。' : '还差两位。',
  /** Who comes beside the reader. */
  with: (name: string | undefined) => (name ? `和您一起去的是${name}。` : '另一位还没有人认领。'),
  other: '另一位',
  otherNamed: (name: string) => `另一位：${name}`,
  did: ({ checkedInAt, checkedOutAt, minutes }: OtherHand, now: Instant): string | undefined => {
    if (checkedOutAt !== undefined) return `做完了，${durationWords(minutes ?? 0)}`
    return checkedInAt === undefined ? undefined : `${momentWords(checkedInAt, now)} 签到了`
  },
  confirm: (names: readonly string[]) => `一次确认两位：${names.join('；')}。`,
} as const
