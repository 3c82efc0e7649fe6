import type { Instant, MemberId } from '#contract/shared/scalars'
import { minuteMs } from '#contract/shared/time'
import { overlaps } from '#core/booking/booking'

/** A volunteer's promised windows: one document, so that no two claims or shifts of one person can overlap. */
export interface Diary {
  /** The member's id. */
  _id: MemberId
  communityId: string
  rev: number
  holds: Hold[]
}
export interface Hold {
  /** The booking, or the place at a shift, that has it. */
  heldFor: string
  from: Instant
  to: Instant
  /** When it was taken; a hold older than a function lives may be left over from a crash. */
  at: Instant
}

/** Longer than a function may run: an older hold for what is not theirs was left by a crash. */
export const holdSettlesMs = minuteMs

export type Held = { next: Diary } | { clash: Hold }

/**
 * Takes a window, unless another hold overlaps it. A hold for the same thing is renewed. `alone`: any hold that is not
 * over yet stands in the way, too.
 */
export function withHold(diary: Diary, wanted: Hold, alone = false): Held {
  const others = diary.holds.filter((held) => held.heldFor !== wanted.heldFor)
  const clash = others.find((held) => overlaps(held, wanted) || (alone && held.to > wanted.at))
  if (clash) return { clash }
  return { next: { ...diary, rev: diary.rev + 1, holds: [...others, wanted] } }
}

/**
 * Gives a window back; undefined when there was none. A hold taken after `until` stays: the same volunteer may have
 * promised the same again before an earlier window was given back.
 */
export function withoutHold(
  diary: Diary,
  heldFor: string,
  until: Instant = Number.POSITIVE_INFINITY,
): Diary | undefined {
  const holds = diary.holds.filter((held) => held.heldFor !== heldFor || held.at > until)
  return holds.length === diary.holds.length ? undefined : { ...diary, rev: diary.rev + 1, holds }
}

/** The promised window has moved. It moves whatever else is there: they have given their word and are told. */
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
