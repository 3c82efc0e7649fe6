import type { Day, Instant, MemberId } from '#contract/shared/scalars'
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
  /** What the volunteer did on the latest day; absent before the first claim. */
  today?: DiaryDay
}
/** Keys of commands. A claim that was released still counts: it has shown a door. */
export interface DiaryDay {
  day: Day
  claims: string[]
  releases: string[]
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

/** Whether something else is promised that is not over yet. */
export const holdsAhead = ({ holds }: Diary, wanted: Hold): boolean =>
  holds.some((held) => held.heldFor !== wanted.heldFor && held.to > wanted.at)

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

/** What was done on the day; a day that is over is forgotten. Days never go back. */
const dayIn = ({ today }: Diary, day: Day): DiaryDay =>
  today && today.day >= day ? today : { day, claims: [], releases: [] }

const revised = (diary: Diary, today: DiaryDay): Diary => ({ ...diary, rev: diary.rev + 1, today })

/** A claim of the volunteer's own accord, of which a day has so many. */
export interface CountedClaim {
  key: string
  day: Day
  claimsPerDay: number
}

/**
 * Counts a claim, or says why not. A repeat of the command counts once; for another booking it is a conflict.
 *
 * @param known whether the diary knew this promise already, so that the command may have come before.
 */
export function withClaim(
  diary: Diary,
  { key, day, claimsPerDay }: CountedClaim,
  known: boolean,
): Diary | 'claims_spent' | 'conflict' {
  const today = dayIn(diary, day)
  if (today.claims.includes(key)) return known ? diary : 'conflict'
  if (today.claims.length >= claimsPerDay) return 'claims_spent'
  return revised(diary, { ...today, claims: [...today.claims, key] })
}

/** A claim that somebody else was faster with has shown nothing, and does not count. */
export function withoutClaim(diary: Diary, key: string): Diary {
  const { today } = diary
  if (!today?.claims.includes(key)) return diary
  return revised(diary, { ...today, claims: today.claims.filter((claim) => claim !== key) })
}

/** Counts a release of the volunteer's own accord; a repeat of its cause counts once. */
export function withRelease(diary: Diary, day: Day, cause: string): Diary {
  const today = dayIn(diary, day)
  if (today.day !== day || today.releases.includes(cause)) return diary
  return revised(diary, { ...today, releases: [...today.releases, cause] })
}

/** From so many releases on one day on, the leaders are told. */
export const manyReleases = 3
