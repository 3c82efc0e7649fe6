import type { Limits } from '#contract/community'
import type { Instant } from '#contract/shared/scalars'
import { dayMs, hourMs } from '#contract/shared/time'
import { dayOf, instantOf } from '#contract/shared/wallClock'
import { type Command, type Decision, withEffects, withEvent } from '#core/change/aggregate'
import type { RemindEffect } from '#core/change/effect'
import { type Course, isCourse, type Lesson, liveLessons } from '#core/training/course'
import { nextWake, type Session } from './session'

/** When a session's parties are reminded; reminders that would be in the past are left out. */
export function remindersOf(
  from: Instant,
  now: Instant,
  { remindDayHours, remindSoonHours }: Pick<Limits, 'remindDayHours' | 'remindSoonHours'>,
): Instant[] {
  return [remindDayHours, remindSoonHours].map((hours) => from - hours * hourMs).filter((at) => at > now)
}

/** On the evening before each lesson its trainees are reminded, at this time of the wall clock. */
const eveningAt = '18:00'

const eveningBefore = ({ from }: Pick<Lesson, 'from'>): Instant =>
  instantOf(dayOf(from - dayMs), eveningAt) as Instant

/** When the trainees of a course are reminded: once for each lesson that is still to come. */
export const lessonReminders = (course: Course, now: Instant): Instant[] =>
  [...new Set(liveLessons(course).map(eveningBefore))].filter((at) => at > now)

/** The effect that tells a session's parties something, once for each beginning of the session, or of the lesson. */
export const remindEffect = (
  session: Session,
  kind: RemindEffect['kind'],
  lesson?: Pick<Lesson, 'lessonId'>,
): RemindEffect => ({
  effect: 'remind',
  cause: `${session._id}:${session.rev}`,
  sessionId: session._id,
  ...(lesson && { lessonId: lesson.lessonId }),
  kind,
})

/**
 * Reminds the parties when it is time; undefined before. Of two late reminders only the last is sent, and
 * none after the session has begun.
 */
export function decideRemind(session: Session, command: Command): Decision<Session> | undefined {
  const { state, from, remindAts } = session
  if (state !== 'open' && state !== 'drawn') return undefined
  const left = remindAts.filter((at) => at > command.at)
  if (left.length === remindAts.length) return undefined
  const next: Session = { ...withEvent(session, command, 'reminded'), remindAts: left }
  if (isCourse(session)) {
    const due = new Set(remindAts.filter((at) => at <= command.at))
    const ahead = liveLessons(session.course).filter((lesson) => lesson.from > command.at)
    const near = ahead.filter((lesson) => due.has(eveningBefore(lesson)))
    const told = near.map((lesson) => remindEffect(next, 'lesson_tomorrow', lesson))
    return withEffects(next, command, told, nextWake(next))
  }
  const kind = left.length > 0 ? 'activity_tomorrow' : 'activity_soon'
  return withEffects(next, command, command.at < from ? [remindEffect(next, kind)] : [], nextWake(next))
}
