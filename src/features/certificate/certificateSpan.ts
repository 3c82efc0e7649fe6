import type { Day, Instant } from '#contract/shared/scalars'
import { dayOf } from '#contract/shared/wallClock'

/** The spans of a certificate. `own` is for days that the person chooses. */
export type CertificateSpan = 'all' | 'year' | 'lastYear' | 'own'

export interface OwnDays {
  from: Day | ''
  to: Day | ''
}

/** The first values for days that the person chooses. */
export function thisYearSoFar(now: Instant): OwnDays {
  const today = dayOf(now)
  return { from: `${today.slice(0, 4)}-01-01`, to: today }
}

/** The days of a span. Undefined when own days are not chosen, or end before they begin. */
export function daysOf(
  span: CertificateSpan,
  { from, to }: OwnDays,
  now: Instant,
): { from?: Day; to?: Day } | undefined {
  const year = Number(dayOf(now).slice(0, 4)) - (span === 'lastYear' ? 1 : 0)
  if (span === 'all') return {}
  if (span === 'own') return from && to && from <= to ? { from, to } : undefined
  return { from: `${year}-01-01`, to: `${year}-12-31` }
}
