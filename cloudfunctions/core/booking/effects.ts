import type { BookingWait } from '#contract/booking'
import type { Effect, NoticeEffect } from '#core/change/effect'
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

/** What the requester is told where silence does not credit the service. */
export const askedFor = {
  forgotten: 'booking_closed',
  overrun: 'booking_overrun_for',
  related: 'booking_related_for',
  resumed: 'booking_resumed_for',
  objected: 'booking_worded_for',
} as const

/** Tells the leaders that a service waits for a word, and why. */
export const waitsForLeader = (booking: Booking, wait: BookingWait): Effect => ({
  effect: 'tellLeaders',
  noticeId: `n_${booking._id}_${booking.rev}_${wait}`,
  teamId: booking.teamId,
  kind: `booking_${wait}`,
  bookingId: booking._id,
  title: booking.kindTitle,
  windowFrom: booking.windowFrom,
  who: booking.claimerName ?? '',
  ...(booking.claimerId === null ? {} : { whoId: booking.claimerId }),
  minutes: booking.minutes ?? 0,
})
