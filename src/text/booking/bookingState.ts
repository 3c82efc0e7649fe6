import type { BookingState } from '#contract/booking'

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

/** The one thing that happens next, for the person who booked. */
export const requesterNextText: Partial<Record<BookingState, string>> = {
  open: '正在等志愿者认领，有人认领会通知您。',
  claimed: '志愿者会按时上门。到时请打开签到码给他看。',
  in_service: '做完以后，请再给志愿者看一次签到码。',
  done: '做完了，请您确认并评几颗星。',
}

/** The same for somebody who acts for the requester. The notice goes to the requester. */
export const proxyNextText = (name: string): typeof requesterNextText => ({
  ...requesterNextText,
  open: `正在等志愿者认领，有人认领会通知${name}。`,
})

/** The one thing that happens next, for the volunteer who claimed. */
export const claimerNextText: Partial<Record<BookingState, string>> = {
  claimed: '请按时上门，到了就看居民的签到码签到。',
  in_service: '做完以后，请看居民的签到码签退。',
  done: '等居民确认，确认后记入您的时长账。',
}

/** The four steps of a booking. */
export const bookingWay = ['等人认领', '有人来', '服务中', '请您评价'] as const
const bookingWayHere = ['正在等人认领', '有人认领了', '正在服务', '做完了，等评价', '都办完了'] as const

/** What a screen reader says of the line. */
export const bookingWayWords = (here: number): string =>
  `${bookingWay.length} 步：${bookingWay.join('、')}。现在${bookingWayHere[here] ?? ''}。`
