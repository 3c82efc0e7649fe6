import type { DatesRefusal } from '#contract/shared/refusal'
import type { Instant } from '#contract/shared/scalars'
import { minuteMs } from '#contract/shared/time'
import { isCourse, liveLessons } from '#core/training/course'
import { type ActivityContent, type PlannedSession, uncancelledSessions } from './activity'

/** Dates that cannot be meant, and when they are: the session in question, or the close of sign-up. */
export interface DatesFault {
  refusal: DatesRefusal
  at: Instant
}

/** What is published a little late, at the door, is still meant. */
export const lateAnnouncementMs = 30 * minuteMs

type Dates = Pick<ActivityContent, 'sessions' | 'signup' | 'course'>

/**
 * The latest time at which sign-up may close: lots are drawn before the first session begins, and who comes
 * first may sign up for the last one until that begins. Sessions that are over do not count; undefined where
 * no other is left.
 */
export function latestClose({ sessions, signup, course }: Dates, now: Instant): Instant | undefined {
  const [first] = course ? liveLessons(course) : []
  // whoever comes by on the first day can still become a trainee
  if (first && signup.rule !== 'draw') return first.to
  const begins = uncancelledSessions({ sessions }).flatMap(({ from, to }) => (to > now ? [from] : []))
  if (begins.length === 0) return undefined
  return signup.rule === 'draw' ? Math.min(...begins) : Math.max(...begins)
}

const sameWindow = (a: PlannedSession, b: PlannedSession): boolean => a.from === b.from && a.to === b.to

/**
 * The dates of a plan that cannot be meant; undefined while all can. Of a plan that is published already, only
 * what differs from `before` is looked at, so that a session that runs stands in nobody's way.
 */
export function datesFault(plan: Dates, now: Instant, before?: Dates): DatesFault | undefined {
  const known = new Map(before?.sessions.map((session) => [session.sessionId, session]))
  const live = uncancelledSessions(plan)
  const fresh = live.filter((session) => {
    const past = known.get(session.sessionId)
    return !past || past.cancelled || !sameWindow(past, session)
  })
  const lesson = lessonFault(plan, now, before)
  if (lesson) return lesson
  for (const session of isCourse(plan) ? [] : fresh) {
    const twin = live.some((other) => other !== session && sameWindow(other, session))
    if (twin) return { refusal: 'sessions_same', at: session.from }
    const past = known.get(session.sessionId)
    const ran = past !== undefined && past.from <= now
    if (!ran && session.from <= now - lateAnnouncementMs)
      return { refusal: 'session_running', at: session.from }
  }
  return closeFault(plan, now, before)
}

/** Lessons at the same time, or that have begun; of those that stood, only what was moved is looked at. */
function lessonFault(plan: Dates, now: Instant, before?: Dates): DatesFault | undefined {
  const live = plan.course ? liveLessons(plan.course) : []
  const stood = new Map((before?.course?.lessons ?? []).map((lesson) => [lesson.lessonId, lesson]))
  for (const lesson of live) {
    const past = stood.get(lesson.lessonId)
    if (past && past.from === lesson.from && past.to === lesson.to) continue
    const twin = live.some((other) => other !== lesson && other.from < lesson.to && lesson.from < other.to)
    if (twin) return { refusal: 'lessons_overlap', at: lesson.from }
    const ran = past !== undefined && past.from <= now
    if (!ran && lesson.from <= now - lateAnnouncementMs)
      return { refusal: 'session_running', at: lesson.from }
  }
  return undefined
}

function closeFault(plan: Dates, now: Instant, before: Dates | undefined): DatesFault | undefined {
  const { closesAt, rule } = plan.signup
  const latest = latestClose(plan, now)
  if (latest === undefined || closesAt <= latest) return undefined
  const stood =
    before?.signup.closesAt === closesAt && before.signup.rule === rule && latestClose(before, now) === latest
  if (stood) return undefined
  return { refusal: rule === 'draw' ? 'draw_late' : 'closes_late', at: closesAt }
}
