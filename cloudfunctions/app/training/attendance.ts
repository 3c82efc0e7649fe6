import type { MemberId } from '#contract/shared/scalars'
import { doorsById, type LessonDoors } from '#core/training/attendance'
import type { Course } from '#core/training/course'
import { doors } from '#store/collections'

const idsOf = ({ lessons }: Pick<Course, 'lessons'>): string[] => lessons.map(({ lessonId }) => lessonId)

/** Reads the lists at the doors of all lessons. */
export const doorsOfCourse = async (course: Pick<Course, 'lessons'>): Promise<LessonDoors> =>
  doorsById(await doors.getMany(idsOf(course)))

/** The same, as far as they concern one member, or these. */
export const ownDoorsOfCourse = async (
  course: Pick<Course, 'lessons'>,
  memberId: MemberId | readonly MemberId[],
): Promise<LessonDoors> =>
  doorsById(
    await doors.getMany(idsOf(course), {
      fields: ['untaken'],
      entries: { marks: memberId, missed: memberId, appeals: memberId },
    }),
  )
