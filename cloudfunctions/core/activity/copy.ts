import type { Falls } from '#contract/shared/activityTemplate'
import type { Day, Instant } from '#contract/shared/scalars'
import { dayMs } from '#contract/shared/time'
import { dayOf } from '#contract/shared/wallClock'
import { addDays, daysBetween, nearestDay, nextDay } from '#core/calendar/almanac'
import { type Activity, type ActivityContent, standingSessions } from './activity'

/** Fifty-two weeks: about a year later, on the same day of the week. */
const yearOfWeeks = 364
/** What was held longer ago than this is last year's, and comes again about the same time of the year. */
const longAgoDays = 300

/**
 * By how many days a copy moves. A festival's activity keeps its distance from the festival; any other keeps its day of
 * the week. The copy begins after today.
 */
export function shiftFor(first: Day, today: Day, falls?: Falls): number {
  if (!falls) {
    const step = daysBetween(first, today) >= longAgoDays ? yearOfWeeks : 7
    let shift = step
    while (addDays(first, shift) <= today) shift += step
    return shift
  }
  const held = nearestDay(falls, first)
  let next = nextDay(falls, addDays(held, 1))
  while (addDays(first, daysBetween(held, next)) <= today) next = nextDay(falls, addDays(next, 1))
  return daysBetween(held, next)
}

/** The same activity some days later, at the same times of day; sessions that were called off are not copied. */
export function copied(
  activity: Activity,
  today: Day,
  falls: Falls | undefined,
  shiftDays?: number,
): ActivityContent {
  const { kind, title, summary, place, signup, subsidyFen, festival } = activity
  const held = standingSessions(activity)
  const sessions = held.length > 0 ? held : activity.sessions
  const first = dayOf(Math.min(...sessions.map(({ from }) => from)))
  const shift = (shiftDays ?? shiftFor(first, today, falls)) * dayMs
  const later = (at: Instant): Instant => at + shift
  return {
    kind,
    title,
    summary,
    place,
    subsidyFen,
    festival,
    signup: { ...signup, opensAt: later(signup.opensAt), closesAt: later(signup.closesAt) },
    sessions: sessions.map((session) => ({
      ...session,
      cancelled: false,
      from: later(session.from),
      to: later(session.to),
    })),
  }
}
