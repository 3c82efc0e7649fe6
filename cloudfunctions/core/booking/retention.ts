import type { Limits } from '#contract/community'
import type { Instant } from '#contract/shared/scalars'
import { dayMs } from '#contract/shared/time'
import type { Booking } from './booking'

/** When its last event happened. */
const endedAt = (booking: Booking): Instant => booking.events.at(-1)?.at ?? booking.windowTo

/** When a booking that is over forgets something more: first door, number and pictures, later what was written. */
export function bookingForgetsAt(booking: Booking, limits: Limits): Instant | null {
  if (booking.contact !== null) return endedAt(booking) + limits.contactKeptDays * dayMs
  return booking.wordsGone ? null : endedAt(booking) + limits.wordsKeptDays * dayMs
}

/** The booking without what its time is over for; what kind of help it was, when, minutes and stars stay for good. */
export function forgetBookingWords(
  booking: Booking,
  now: Instant,
  limits: Limits,
): { next: Booking; fileIds: string[] } {
  const { photoIds: fileIds = [], ...rest } = booking
  const without: Booking = {
    ...rest,
    rev: booking.rev + 1,
    contact: null,
    ...(booking.photoIds && { photoIds: [] }),
  }
  if (now < endedAt(booking) + limits.wordsKeptDays * dayMs) return { next: without, fileIds }
  const next: Booking = {
    ...without,
    description: '',
    risks: '',
    comment: null,
    events: booking.events.map(({ note: _note, ...line }) => line),
    wordsGone: true,
  }
  return { next, fileIds }
}
