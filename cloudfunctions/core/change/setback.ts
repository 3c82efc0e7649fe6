import type { Instant } from '#contract/shared/scalars'
import { hourMs, minuteMs } from '#contract/shared/time'

/** A document over which time passes, as the timer sees it. */
export interface Due {
  dueAt: Instant | null
  wakesAt?: Instant | null
  /** How often in a row the timer could not do what is due; absent for never. */
  setbacks?: number
}

const longestMs = hourMs

/**
 * When the timer tries again what it could not do: after 1, 2, 4 … minutes, at most an hour; and when time
 * moves the document, whatever fails.
 */
export function triedAgainAt({ wakesAt, setbacks = 0 }: Due, now: Instant): Instant {
  const later = now + Math.min(2 ** setbacks * minuteMs, longestMs)
  return wakesAt && wakesAt > now ? Math.min(later, wakesAt) : later
}
