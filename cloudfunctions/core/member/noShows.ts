import type { Limits } from '#contract/community'
import type { Instant } from '#contract/shared/scalars'
import { dayMs } from '#contract/shared/time'
import type { Member } from './member'

/** Whether so many sessions were missed lately that a sign-up goes to the waitlist first. It wears off by itself. */
export function waitsFirst(
  { noShows = [] }: Pick<Member, 'noShows'>,
  now: Instant,
  { noShowsBeforeWaiting, noShowDays }: Pick<Limits, 'noShowsBeforeWaiting' | 'noShowDays'>,
): boolean {
  const lately = noShows.filter(({ at }) => at > now - noShowDays * dayMs)
  return lately.length >= noShowsBeforeWaiting
}
