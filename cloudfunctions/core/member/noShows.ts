import type { Limits } from '#contract/community'
import type { Instant } from '#contract/shared/scalars'
import type { Member } from './member'

const dayMs = 24 * 3_600_000

/** Whether so many sessions were missed lately that a sign-up goes to the waitlist first. It wears off by itself. */
export function waitsFirst(
  { noShows = [] }: Pick<Member, 'noShows'>,
  now: Instant,
  { noShowsBeforeWaiting, noShowDays }: Pick<Limits, 'noShowsBeforeWaiting' | 'noShowDays'>,
): boolean {
  const lately = noShows.filter(({ at }) => at > now - noShowDays * dayMs)
  return lately.length >= noShowsBeforeWaiting
}
