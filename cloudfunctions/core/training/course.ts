import type { Instant, MemberId } from '#contract/shared/scalars'

/** One dated part of a course. */
export interface Lesson {
  lessonId: string
  from: Instant
  to: Instant
  /** Where it differs from the activity's place; else null. */
  place: string | null
  trainer: string | null
  cancelled: boolean
  /** The lesson that it makes up for: who was at either was at that lesson. */
  makesUp: string | null
}

/** A training that is one whole: one roster, and a door for each lesson. */
export interface Course {
  lessons: Lesson[]
  /** Per cent of the lessons at which one must have been to complete it. */
  leastPercent: number
}

/**
 * A course that was completed. By then the list of each of its lessons is closed, and a closed list never opens again:
 * what is marked later is a correction, which certificates follow.
 */
export interface Completed {
  /** When it was completed first; it stays. */
  at: Instant
  byId: MemberId
  /** Its lessons then; certificates count these. */
  course: Course
}

/** What holds a course, or does not. */
interface MayBeCourse {
  course?: { lessons: readonly unknown[] } | null
}
export const isCourse = <Held extends MayBeCourse>(
  held: Held,
): held is Held & { course: NonNullable<Held['course']> } =>
  held.course != null && held.course.lessons.length > 0

/** What says of a lesson whether it counts. */
export type CountedLesson = Pick<Lesson, 'lessonId' | 'from' | 'to' | 'cancelled' | 'makesUp'>
interface Lessons<Each extends CountedLesson = Lesson> {
  lessons: readonly Each[]
}

/** The lessons that take place, the earliest first. */
export const liveLessons = <Each extends CountedLesson>({ lessons }: Lessons<Each>): Each[] =>
  lessons.filter(({ cancelled }) => !cancelled).sort((a, b) => a.from - b.from)

/** What counts as one lesson: it, and whatever makes up for it. */
export interface LessonThatCounts<Each extends CountedLesson = Lesson> {
  /** The lesson that was planned, called off or not. */
  lesson: Each
  /** Where one can be at it; the earliest first, never empty. */
  doors: Each[]
}

/** The lessons that count, each once; one that was called off counts while something makes up for it. */
export function lessonsThatCount<Each extends CountedLesson>(
  course: Lessons<Each>,
): LessonThatCounts<Each>[] {
  const live = liveLessons(course)
  const known = new Set(course.lessons.map(({ lessonId }) => lessonId))
  return course.lessons
    .filter(({ makesUp }) => makesUp === null || !known.has(makesUp))
    .map((lesson) => ({
      lesson,
      doors: live.filter(
        ({ lessonId, makesUp }) => lessonId === lesson.lessonId || makesUp === lesson.lessonId,
      ),
    }))
    .filter(({ doors }) => doors.length > 0)
    .sort((a, b) => a.lesson.from - b.lesson.from)
}

/** At how many lessons one must have been; at least one. */
export const leastOf = (course: Course): number =>
  Math.max(1, Math.ceil((lessonsThatCount(course).length * course.leastPercent) / 100))

/** At how many of the lessons somebody was. `present`: the lessons at whose door they were found. */
export const attendedOf = (course: Pick<Course, 'lessons'>, present: ReadonlySet<string>): number =>
  lessonsThatCount(course).filter(({ doors }) => doors.some(({ lessonId }) => present.has(lessonId))).length

/** From the first beginning to the last end; of a course that is called off whole, of all its lessons. */
export function spanOfCourse(course: Pick<Course, 'lessons'>): { from: Instant; to: Instant } {
  const live = liveLessons(course)
  const counted = live.length > 0 ? live : course.lessons
  return {
    from: Math.min(...counted.map(({ from }) => from)),
    to: Math.max(...counted.map(({ to }) => to)),
  }
}

/**
 * The beginnings before which somebody may still come in, since enough lessons are left to complete the course; the
 * earliest first.
 */
export function joinableBeginnings(course: Course): Instant[] {
  const least = leastOf(course)
  const begins = lessonsThatCount(course).map(({ doors }) => (doors[0] as Lesson).from)
  return begins
    .filter((begin) => begins.filter((other) => other >= begin).length >= least)
    .sort((a, b) => a - b)
}

/** The lesson whose door is meant where none is named: the one that is on, or the next, or the last. */
export function lessonAt(course: Pick<Course, 'lessons'>, now: Instant): Lesson | undefined {
  const live = liveLessons(course)
  return live.find(({ to }) => to > now) ?? live.at(-1)
}

export const lessonOf = (course: Pick<Course, 'lessons'>, lessonId: string): Lesson | undefined =>
  course.lessons.find((lesson) => lesson.lessonId === lessonId)
