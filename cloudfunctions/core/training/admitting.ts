import type { RefusalCode } from '#contract/shared/refusal'
import type { Instant } from '#contract/shared/scalars'
import type { Session } from '#core/session/session'
import { type Course, joinableBeginnings, type Lesson } from './course'

/** Whether somebody whose first lesson this is can still complete the course. */
const isInTime = (course: Course, { from }: Pick<Lesson, 'from'>): boolean =>
  joinableBeginnings(course).some((begin) => begin >= from)

/** Why whoever came to a lesson without a sign-up gets no place now; undefined where they may. */
export function admitBar(
  { state, free, waiting, to }: Pick<Session, 'state' | 'free' | 'waiting' | 'to'>,
  course: Course,
  lesson: Pick<Lesson, 'from'>,
  now: Instant,
): RefusalCode | undefined {
  if (state === 'cancelled') return 'session_cancelled'
  if (state === 'drawing') return 'session_drawing'
  if (state === 'finished' || to <= now) return 'session_over'
  if (!isInTime(course, lesson)) return 'course_late'
  return waiting > 0 || free < 1 ? 'course_full' : undefined
}
