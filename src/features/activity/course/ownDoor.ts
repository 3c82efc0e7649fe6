import type { LessonView, SessionView } from '#contract/session'
import type { Instant } from '#contract/shared/scalars'

/** Where somebody with a place checks in next. */
export interface DoorAhead {
  /** The lesson of a course. */
  lessonId?: string
  from: Instant
  to: Instant
  /** Where it differs from the activity's place. */
  place?: string
  /** Whether they are there. */
  present?: boolean | undefined
}

/** The lesson that is on, or the next, or the last of those that take place. */
export function nextLesson(lessons: readonly LessonView[], now: Instant): LessonView | undefined {
  const live = lessons.filter(({ cancelled }) => !cancelled)
  return live.find(({ to }) => to > now) ?? live[live.length - 1]
}

/** The door of a session, or of the lesson of a course that is on or comes next. */
export function ownDoor({ from, to, mine, lessons }: SessionView, now: Instant): DoorAhead {
  const lesson = lessons && nextLesson(lessons, now)
  if (!lesson) return { from, to, present: mine?.present }
  const { lessonId, place, attended } = lesson
  return { lessonId, from: lesson.from, to: lesson.to, ...(place && { place }), present: attended }
}
