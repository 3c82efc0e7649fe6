import * as v from 'valibot'

export const birthCalendars = ['solar', 'lunar'] as const

/** A birthday as the person keeps it. */
export interface Birth {
  day: string
  calendar: (typeof birthCalendars)[number]
}

/**
 * A day of either calendar as `YYYY-MM-DD`. The pattern does not tell whether the calendar has that day; its
 * reader checks.
 */
export const birthDay = v.pipe(v.string(), v.regex(/^(19|20)\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/))
