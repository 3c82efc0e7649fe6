import type { Limits } from '#contract/community'
import type { Instant, MemberId } from '#contract/shared/scalars'
import { minuteMs } from '#contract/shared/time'

/** Wrong typed codes of one person in a row; the last one was at `since`. */
export interface CodeMisses {
  count: number
  since: Instant
}

/**
 * Wrong typed codes at one place where a code is tried, by person. Nothing that a person does there begins
 * their count anew: only a right code, or the end of the pause.
 */
export type WrongCodes = Readonly<Record<MemberId, CodeMisses>>

/** More than these are kept only while their pauses last. */
export const missesKept = 20

const pauseMs = (limits: Limits): number => limits.codePauseMinutes * minuteMs

/**
 * Whether typed codes are locked after too many wrong ones; scans still count, since nobody guesses 80 bits.
 */
export function isLocked(
  misses: CodeMisses | undefined,
  now: Instant,
  typed: boolean,
  limits: Limits,
): boolean {
  return (
    typed && misses !== undefined && misses.count >= limits.codeTries && now - misses.since < pauseMs(limits)
  )
}

/** Counts one more wrong typed code of a person; after a pause the count begins again. */
export function withMiss(
  wrongCodes: WrongCodes | undefined,
  memberId: MemberId,
  now: Instant,
  limits: Limits,
): WrongCodes {
  const { [memberId]: before, ...others } = wrongCodes ?? {}
  const goesOn = before !== undefined && now - before.since < pauseMs(limits)
  const latest = Object.entries(others)
    .sort(([, a], [, b]) => b.since - a.since)
    .filter(([, { since }], index) => index < missesKept - 1 || now - since < pauseMs(limits))
  return { ...Object.fromEntries(latest), [memberId]: { count: goesOn ? before.count + 1 : 1, since: now } }
}

/** A right code forgives the person's wrong ones. */
export function withoutMisses(wrongCodes: WrongCodes, memberId: MemberId): WrongCodes {
  const { [memberId]: _, ...others } = wrongCodes
  return others
}

/** The same of a place of service that counts them. */
export const forgiven = (
  { wrongCodes }: { wrongCodes?: WrongCodes },
  memberId: MemberId,
): { wrongCodes?: WrongCodes } => (wrongCodes ? { wrongCodes: withoutMisses(wrongCodes, memberId) } : {})

/** Whether the latest wrong code begins a pause. */
export const isLocking = (misses: CodeMisses | undefined, { codeTries }: Limits): boolean =>
  misses?.count === codeTries

/** Whether with the latest wrong code all persons together have typed as many as begin a pause. */
export const isGuessedTogether = (wrongCodes: WrongCodes, { codeTries }: Limits): boolean =>
  Object.values(wrongCodes).reduce((sum, { count }) => sum + count, 0) === codeTries

export const isSameCount = (one: CodeMisses | undefined, other: CodeMisses | undefined): boolean =>
  one?.count === other?.count && one?.since === other?.since
