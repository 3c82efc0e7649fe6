import type { Falls } from '#contract/shared/activityTemplate'
import type { Day, Instant } from '#contract/shared/scalars'
import { dayMs } from '#contract/shared/time'
import { dayOf } from '#contract/shared/wallClock'
import { addDays, daysBetween, nearestDay, nextDay } from '#core/calendar/almanac'
import { type Course, isCourse, type Lesson, lessonsThatCount } from '#core/training/course'
import { type Activity, type ActivityContent, uncancelledSessions } from './activity'

/** Fifty-two weeks: about a year later, on the same day of the week. */
const yearOfWeeks = 364
/** An activity older than this was held last year, and its copy comes at about the same time of this year. */
const longAgoDays = 300

/**
 * By how many days a copy moves. An activity of a festival keeps its distance from the festival; any other
 * keeps its day of the week. The copy begins after today.
 */
export function daysToMove(first: Day, today: Day, falls?: Falls): number {
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

/** What a course is held again with: each lesson that counts, once. */
const coursesLessons = (course: Course): Lesson[] =>
  lessonsThatCount(course).map(({ lesson, doors }) => ({
    ...lesson,
    cancelled: false,
    ...(lesson.cancelled && doors[0] && { from: doors[0].from, to: doors[0].to }),
  }))

/**
 * The content with all times moved by some days, at the same times of day; cancelled sessions are left out.
 */
export function copyContent(
  activity: Activity,
  today: Day,
  falls: Falls | undefined,
  shiftDays?: number,
): ActivityContent {
  const {
    kind,
    title,
    summary,
    place,
    signup,
    subsidyFen,
    subsidyPer,
    gain,
    festival,
    teamId = null,
  } = activity
  const held = uncancelledSessions(activity)
  const sessions = held.length > 0 ? held : activity.sessions
  const first = dayOf(Math.min(...sessions.map(({ from }) => from)))
  const shift = (shiftDays ?? daysToMove(first, today, falls)) * dayMs
  const later = (at: Instant): Instant => at + shift
  return {
    kind,
    title,
    summary,
    place,
    subsidyFen,
    festival,
    teamId,
    ...(subsidyPer && { subsidyPer }),
    ...(gain && { gain }),
    ...(isCourse(activity) && {
      course: {
        ...activity.course,
        lessons: coursesLessons(activity.course).map((lesson) => ({
          ...lesson,
          from: later(lesson.from),
          to: later(lesson.to),
        })),
      },
    }),
    signup: { ...signup, opensAt: later(signup.opensAt), closesAt: later(signup.closesAt) },
    sessions: sessions.map((session) => ({
      ...session,
      cancelled: false,
      from: later(session.from),
      to: later(session.to),
    })),
  }
}
