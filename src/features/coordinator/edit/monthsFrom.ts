import type { Instant } from '#contract/shared/scalars'
import { instantOf, wallClock } from '#contract/shared/wallClock'

interface MonthAhead {
  /** `YYYY-MM`. */
  month: string
  from: Instant
}

/** This month by the wall clock, and those after it. */
export function monthsFrom(now: Instant, count: number): MonthAhead[] {
  const first = wallClock(now).startOf('month')
  return Array.from({ length: count }, (_, index) => {
    const month = first.add(index, 'month').format('YYYY-MM')
    return { month, from: instantOf(`${month}-01`, '00:00') ?? now }
  })
}
