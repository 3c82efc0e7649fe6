import type { Day, MemberId } from '#contract/shared/scalars'
import { minuteMs } from '#contract/shared/time'
import { dayOf } from '#contract/shared/wallClock'
import { attendedBy, type LessonDoors, presentIn } from './attendance'
import { attendedOf, type Course, leastOf, lessonsThatCount, spanOfCourse } from './course'

/** What somebody has done who was at enough lessons of a course. */
export interface Completion {
  attended: number
  of: number
  /** The minutes of the lessons they were at; one of which another makes up for counts once. */
  minutes: number
  from: Day
  to: Day
}

/** What the lists at the doors say of a trainee; undefined where they were at too few lessons. */
export function completionBy(
  course: Course,
  doors: LessonDoors,
  memberIds: readonly MemberId[],
): Completion | undefined {
  const present = new Set(memberIds.flatMap((id) => [...presentIn(attendedBy(course, doors, id))]))
  const attended = attendedOf(course, present)
  if (attended < leastOf(course)) return undefined
  const { from, to } = spanOfCourse(course)
  const minutes = lessonsThatCount(course)
    .flatMap((unit) => unit.doors.find(({ lessonId }) => present.has(lessonId)) ?? [])
    .reduce((sum, lesson) => sum + Math.round((lesson.to - lesson.from) / minuteMs), 0)
  return { attended, of: lessonsThatCount(course).length, minutes, from: dayOf(from), to: dayOf(to) }
}

/** Whether both say the same of somebody. */
export const isSameCompletion = (a: Completion, b: Completion): boolean =>
  a.attended === b.attended && a.of === b.of && a.minutes === b.minutes && a.from === b.from && a.to === b.to
