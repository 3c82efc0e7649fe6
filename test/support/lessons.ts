import type { Course, Lesson } from '#core/training/course'
import { dayMs, hourMs, mondayNine } from './time'

/** A lesson of two hours, so many days after the first. */
export const aLesson = (index: number, more: Partial<Lesson> = {}): Lesson => ({
  lessonId: `l_${index}`,
  from: mondayNine + index * dayMs,
  to: mondayNine + index * dayMs + 2 * hourMs,
  place: null,
  trainer: null,
  cancelled: false,
  makesUp: null,
  ...more,
})

/** A course of five lessons on five days. */
export const aWeek = (more: Record<number, Partial<Lesson>> = {}, leastPercent = 80): Course => ({
  lessons: [0, 1, 2, 3, 4].map((index) => aLesson(index, more[index])),
  leastPercent,
})

/** The same, of which one lesson was called off, and made up for on the sixth day. */
export function madeUpWeek(calledOff: number): Course {
  const week = aWeek({ [calledOff]: { cancelled: true } })
  return { ...week, lessons: [...week.lessons, aLesson(5, { makesUp: `l_${calledOff}` })] }
}
