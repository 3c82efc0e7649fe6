import type { NoticeEffect } from '#core/change/effect'
import type { Booking } from './booking'

/** A notice about a booking; its id derives from the booking's event and the recipient. */
export function bookingNotice(
  booking: Booking,
  to: string,
  kind: NoticeEffect['kind'],
  more: Pick<NoticeEffect, 'who' | 'whoId' | 'minutes' | 'note'> = {},
): NoticeEffect {
  return {
    effect: 'notice',
    noticeId: `n_${booking._id}_${booking.rev}_${to}`,
    to,
    kind,
    bookingId: booking._id,
    title: booking.kindTitle,
    windowFrom: booking.windowFrom,
    ...more,
  }
}
