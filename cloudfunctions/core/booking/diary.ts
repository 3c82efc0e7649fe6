import type { BookingId, Instant, MemberId } from '#contract/scalars'
import { overlaps } from './booking'

/** A volunteer's claimed windows: one document, so that two claims of one person cannot overlap. */
export interface Diary {
  /** The member's id. */
  _id: MemberId
  communityId: string
  rev: number
  holds: Hold[]
}
export interface Hold {
  bookingId: BookingId
  from: Instant
  to: Instant
  /** When it was taken; a hold older than a function lives may be left over from a crash. */
  at: Instant
}

/** Longer than a function may run: an older hold whose booking is not theirs was left by a crash. */
export const holdSettlesMs = 60_000

export type Held = { next: Diary } | { clash: Hold }

/** Takes a window, unless another hold overlaps it. A hold of the same booking is renewed. */
export function hold(diary: Diary, wanted: Hold): Held {
  const others = diary.holds.filter((held) => held.bookingId !== wanted.bookingId)
  const clash = others.find((held) => overlaps(held, wanted))
  if (clash) return { clash }
  return { next: { ...diary, rev: diary.rev + 1, holds: [...others, wanted] } }
}

/**
 * Gives a window back; undefined when there was none. A hold taken after `until` stays: the same volunteer may have
 * claimed the booking again before an earlier claim's window was given back.
 */
export function free(
  diary: Diary,
  bookingId: BookingId,
  until: Instant = Number.POSITIVE_INFINITY,
): Diary | undefined {
  const holds = diary.holds.filter((held) => held.bookingId !== bookingId || held.at > until)
  return holds.length === diary.holds.length ? undefined : { ...diary, rev: diary.rev + 1, holds }
}
