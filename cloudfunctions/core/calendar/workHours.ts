import chineseDays from 'chinese-days'
import type { Day, Instant } from '#contract/shared/scalars'
import { dayMs, hourMs, minuteMs } from '#contract/shared/time'
import { dayNumberOf } from '#contract/shared/wallClock'
import type { WorkCalendar } from '#contract/shared/workCalendar'

const offsetMs = 8 * hourMs
/** How far a search goes; a calendar without a working day in so long is a mistake. */
const farDays = 400

const midnightOf = (dayNumber: number): Instant => dayNumber * dayMs - offsetMs
const nameOf = (dayNumber: number): Day => new Date(dayNumber * dayMs).toISOString().slice(0, 10)

/**
 * Whether a day is a working day: the administrator's lists decide first, then the State Council's holidays
 * and make-up workdays, then Monday to Friday. For years that the library does not know, it applies weekends
 * only.
 */
export function isWorkday(day: Day, { daysOff, workdays }: WorkCalendar): boolean {
  if (daysOff.includes(day)) return false
  if (workdays.includes(day)) return true
  return chineseDays.isWorkday(day)
}

/** The working hours of a day as spans, in order; empty on a day off. */
function stretchesOf(dayNumber: number, calendar: WorkCalendar): { from: Instant; to: Instant }[] {
  if (!isWorkday(nameOf(dayNumber), calendar)) return []
  const midnight = midnightOf(dayNumber)
  return calendar.hours.map(({ fromMinute, toMinute }) => ({
    from: midnight + fromMinute * minuteMs,
    to: midnight + toMinute * minuteMs,
  }))
}

/**
 * The instant at which `minutes` of working time have passed since `from`. Time outside working hours does
 * not count. When the last minute ends a span, the answer is the end of that span, not the beginning of the
 * next.
 */
export function afterWorkMinutes(from: Instant, minutes: number, calendar: WorkCalendar): Instant {
  let leftMs = minutes * minuteMs
  const first = dayNumberOf(from)
  for (let dayNumber = first; dayNumber < first + farDays + minutes / 60; dayNumber++) {
    for (const stretch of stretchesOf(dayNumber, calendar)) {
      const begins = Math.max(stretch.from, from)
      if (begins >= stretch.to) continue
      const hereMs = stretch.to - begins
      if (leftMs <= hereMs) return begins + leftMs
      leftMs -= hereMs
    }
  }
  throw new Error('The work calendar has no working time.')
}

/** Whole working minutes between two instants, rounded down; 0 when `to` is not after `from`. */
export function workMinutesBetween(from: Instant, to: Instant, calendar: WorkCalendar): number {
  let ms = 0
  for (let dayNumber = dayNumberOf(from); midnightOf(dayNumber) < to; dayNumber++)
    for (const stretch of stretchesOf(dayNumber, calendar))
      ms += Math.max(0, Math.min(stretch.to, to) - Math.max(stretch.from, from))
  return Math.floor(ms / minuteMs)
}

/** Whether the clock runs at this instant. */
export const isWorkingAt = (at: Instant, calendar: WorkCalendar): boolean =>
  stretchesOf(dayNumberOf(at), calendar).some(({ from, to }) => from <= at && at < to)

/** Whether the library knows the holidays of a year; the operator is told if it does not. */
export const knowsHolidaysOf = (year: number): boolean =>
  chineseDays.getDayDetail(`${year}-10-01`).name.includes('国庆节')

/** The furthest a deadline usually reaches. */
const aheadDays = 90

/**
 * Coming years whose holidays neither the library nor the administrator knows: their public holidays would
 * count as working days.
 */
export function unknownHolidays(now: Instant, { daysOff }: WorkCalendar): number[] {
  const yearOf = (at: Instant) => Number(nameOf(dayNumberOf(at)).slice(0, 4))
  return [...new Set([yearOf(now), yearOf(now + aheadDays * dayMs)])].filter(
    (year) => !knowsHolidaysOf(year) && !daysOff.some((day) => day.startsWith(`${year}-`)),
  )
}
