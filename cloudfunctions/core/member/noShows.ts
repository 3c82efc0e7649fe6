import type { Limits } from '#contract/community'
import type { Instant } from '#contract/shared/scalars'
import { dayMs } from '#contract/shared/time'
import type { Member } from './member'

/**
 * Whether somebody missed so many sessions lately that a sign-up goes to the waitlist first. Old ones stop
 * counting.
 */
export function waitsFirst(
  { noShows = [] }: Pick<Member, 'noShows'>,
  now: Instant,
  { noShowsBeforeWaiting, noShowDays }: Pick<Limits, 'noShowsBeforeWaiting' | 'noShowDays'>,
): boolean {
  const lately = noShows.filter(({ at }) => at > now - noShowDays * dayMs)
  return lately.length >= noShowsBeforeWaiting
}
