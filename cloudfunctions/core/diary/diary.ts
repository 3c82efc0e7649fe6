import type { Instant, MemberId } from '#contract/shared/scalars'
import { minuteMs } from '#contract/shared/time'
import { windowsOverlap } from '#core/booking/booking'

/**
 * A volunteer's promised windows in one document, so that two claims or shifts of one person cannot overlap.
 */
export interface Diary {
  /** The member's id. */
  _id: MemberId
  communityId: string
  rev: number
  holds: Hold[]
}
export interface Hold {
  /** The id of the booking, or of the shift place. */
  heldFor: string
  from: Instant
  to: Instant
  /** When it was taken; a hold older than a function's time limit may have been left by a crash. */
  at: Instant
}

/**
 * Longer than a function may run: an older hold whose booking is not this volunteer's was left by a crash.
 */
export const holdSettlesMs = minuteMs

export type Held = { next: Diary } | { clash: Hold }

/**
 * Takes a window, unless another hold overlaps it. A hold for the same thing is renewed. `alone`: every other
 * hold that is not over yet is a clash as well.
 */
export function withHold(diary: Diary, wanted: Hold, alone = false): Held {
  const others = diary.holds.filter((held) => held.heldFor !== wanted.heldFor)
  const clash = others.find((held) => windowsOverlap(held, wanted) || (alone && held.to > wanted.at))
  if (clash) return { clash }
  return { next: { ...diary, rev: diary.rev + 1, holds: [...others, wanted] } }
}

/**
 * Gives a window back; undefined when there was none. A hold taken after `until` stays: the volunteer may
 * have promised the same thing again before the earlier window was given back.
 */
export function withoutHold(
  diary: Diary,
  heldFor: string,
  until: Instant = Number.POSITIVE_INFINITY,
): Diary | undefined {
  const holds = diary.holds.filter((held) => held.heldFor !== heldFor || held.at > until)
  return holds.length === diary.holds.length ? undefined : { ...diary, rev: diary.rev + 1, holds }
}

/** The other holds that overlap the hold for this. */
export function clashesWith({ holds }: Diary, heldFor: string): Hold[] {
  const own = holds.find((held) => held.heldFor === heldFor)
  return own ? holds.filter((held) => held !== own && windowsOverlap(held, own)) : []
}

/** Moves a promised window, even where it overlaps another: the promise stays, and the volunteer is told. */
export function withHoldMoved(
  diary: Diary,
  heldFor: string,
  to: { from: Instant; to: Instant },
): Diary | undefined {
  const held = diary.holds.find((one) => one.heldFor === heldFor)
  if (!held || (held.from === to.from && held.to === to.to)) return undefined
  const holds = diary.holds.map((one) => (one === held ? { ...one, ...to } : one))
  return { ...diary, rev: diary.rev + 1, holds }
}
