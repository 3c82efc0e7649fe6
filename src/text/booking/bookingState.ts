import type { BookingCard, BookingState, InSeries } from '#contract/booking'
import type { Instant } from '#contract/shared/scalars'
import { hourMs } from '#contract/shared/time'

/** The state of a booking as its stamp says it. */
export const bookingStateText: Record<BookingState, string> = {
  open: '待认领',
  claimed: '已认领',
  in_service: '服务中',
  done: '待确认',
  confirmed: '已完成',
  cancelled: '已取消',
  expired: '已过期',
}

/** The same for whoever booked: the words of the first page and of the four steps. */
export const ownBookingStateText: Record<BookingState, string> = {
  ...bookingStateText,
  open: '等人认领',
  claimed: '有人来',
  done: '等您评价',
}

/** So long before its beginning, a booking that nobody has claimed says that it is being seen to. */
const soonMs = 12 * hourMs

/** How a booking stands that nobody has claimed. `begun`: its hour has come. */
export function unclaimedStanding({ from }: BookingCard['window'], now: Instant): 'early' | 'soon' | 'begun' {
  if (from <= now) return 'begun'
  return from - now <= soonMs ? 'soon' : 'early'
}

/** Nobody has claimed it and its hour has come. */
export const unclaimedBegun = '对不起，到点了还没有人来。请打社区电话，或者换个时间。'

/** The same, as whoever booked reads it. `told` is the person who gets the notice. */
export function unclaimedWords(window: BookingCard['window'], now: Instant, told = '您'): string {
  return {
    early: `正在等志愿者认领。有人认领，就会通知${told}。`,
    soon: `还没有人认领，社区正在帮${told}找。有人认领，就会通知${told}。`,
    begun: unclaimedBegun,
  }[unclaimedStanding(window, now)]
}

/** The one thing that happens next, for the person who booked. */
const requesterNextText: Partial<Record<BookingState, string>> = {
  claimed: '志愿者会按时上门。到时请打开签到码给他看。',
  in_service: '做完以后，请再给志愿者看一次签到码。',
  done: '做完了，请您确认并评几颗星。',
}

/** The same for one booking of a list. `told` is the person who gets the notices: the reader, or their principal. */
export const requesterNext = (
  { state, window }: BookingCard,
  now: Instant,
  told?: string,
): string | undefined => (state === 'open' ? unclaimedWords(window, now, told) : requesterNextText[state])

/** The one thing that happens next, for the volunteer who claimed. */
const claimerNextText: Partial<Record<BookingState, string>> = {
  claimed: '请按时上门，到了就看居民的签到码签到。',
  in_service: '做完以后，请看居民的签到码签退。',
  done: '等居民确认，确认后记入您的时长账。',
}

/** `第 3 次，共 8 次`. */
export const numberInSeries = ({ number, of }: InSeries): string => `第 ${number} 次，共 ${of} 次`

/** What a list says of a booking that is one of several, or wants two volunteers; undefined of any other. */
export function togetherWords({ series, hands, state }: BookingCard): string | undefined {
  if (series)
    return series.ahead === undefined || series.ahead > 1
      ? `每周一次：${numberInSeries(series)}`
      : `每周一次：最后一次了`
  if (!hands || state !== 'open') return hands && '两位一起来'
  return hands.claimed === 1 ? '要两位：已有一位，还差一位' : '要两位'
}

/** The four steps of a booking. */
export const bookingWay = ['等人认领', '有人来', '服务中', '评价'] as const
/** The same for one claim of a list. */
export const claimerNext = ({ state }: BookingCard): string | undefined => claimerNextText[state]
