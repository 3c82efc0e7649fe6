import type { Limits } from '#contract/community'
import type { Instant } from '#contract/shared/scalars'
import { dayMs } from '#contract/shared/time'
import type { Booking } from './booking'

/** When the last event happened. */
const endedAt = (booking: Booking): Instant => booking.events.at(-1)?.at ?? booking.windowTo

/** When a booking that is over forgets its next part: first door, number and pictures, later the texts. */
export function bookingForgetsAt(booking: Booking, limits: Limits): Instant | null {
  if (booking.contact !== null) return endedAt(booking) + limits.contactKeptDays * dayMs
  return booking.wordsGone ? null : endedAt(booking) + limits.wordsKeptDays * dayMs
}

/**
 * The booking without the parts whose term is over. The kind of help, the times, the minutes and the stars
 * always stay.
 */
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
