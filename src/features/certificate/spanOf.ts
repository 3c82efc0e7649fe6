import type { Day, Instant } from '#contract/shared/scalars'
import { dayOf } from '#contract/shared/wallClock'

/** The spans a certificate is asked for. */
export type CertificateSpan = 'all' | 'year' | 'lastYear' | 'own'

export interface OwnDays {
  from: Day | ''
  to: Day | ''
}

/** What stands in one's own days before they are chosen. */
export function thisYearSoFar(now: Instant): OwnDays {
  const today = dayOf(now)
  return { from: `${today.slice(0, 4)}-01-01`, to: today }
}

/** The days of a span; undefined where one's own are not chosen, or the wrong way round. */
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
