import type { Day, Instant } from '#contract/shared/scalars'
import { dayOf } from '#contract/shared/wallClock'

/** The spans of a report. */
export type ReportSpan = 'month' | 'lastMonth' | 'year'

/** The days of a span, at most until today. */
export function reportDays(span: ReportSpan, now: Instant): { from: Day; to: Day } {
  const today = dayOf(now)
  if (span === 'year') return { from: `${today.slice(0, 4)}-01-01`, to: today }
  const first = `${today.slice(0, 7)}-01`
  if (span === 'month') return { from: first, to: today }
  const lastDay = dayOf(Date.parse(`${first}T00:00:00+08:00`) - 1)
  return { from: `${lastDay.slice(0, 7)}-01`, to: lastDay }
}
