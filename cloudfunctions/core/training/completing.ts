import type { Instant, MemberId } from '#contract/shared/scalars'
import type { CannotComplete } from '#contract/training'
import { type Command, type Decision, withEffects, withEvent } from '#core/change/aggregate'
import { canonicalJson } from '#core/change/canonicalJson'
import { nextWake, type Session } from '#core/session/session'
import { type LessonDoors, untakenLessons } from './attendance'
import { type Completed, type Course, isCourse, liveLessons } from './course'

/** Why a course cannot be completed now; undefined where it can. */
export function completeBar(
  { state }: Pick<Session, 'state'>,
  course: Course,
  doors: LessonDoors,
  now: Instant,
): CannotComplete | undefined {
  const live = liveLessons(course)
  if (state === 'cancelled' || live.length === 0) return 'cancelled'
  if (live.some(({ to }) => to > now)) return 'lesson_ahead'
  return untakenLessons(course, doors, now).length > 0 ? 'lesson_untaken' : undefined
}

/** Notes that a course is completed, with its lessons as they are; certificates follow. Once more changes nothing. */
export function decideComplete(session: Session, command: Command, byId: MemberId): Decision<Session> {
  if (!isCourse(session)) return { refusal: 'not_found' }
  if (session.state === 'cancelled') return { refusal: 'session_cancelled' }
  const { course, completed: before } = session
  if (before && canonicalJson(before.course) === canonicalJson(course)) return { next: session }
  const completed: Completed = before ? { ...before, course } : { at: command.at, byId, course }
  const next: Session = { ...withEvent(session, command, 'completed'), completed }
  const effect = { effect: 'courseCompleted' as const, cause: `${next._id}:${next.rev}`, sessionId: next._id }
  return withEffects(next, command, [effect], nextWake(next))
}
