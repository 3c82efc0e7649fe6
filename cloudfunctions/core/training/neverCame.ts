import type { Instant, MemberId } from '#contract/shared/scalars'
import type { Party, Session } from '#core/session/session'
import { cameToCourse, type LessonDoors } from './attendance'
import { type Course, lessonsThatCount, liveLessons } from './course'

/** Whether a lesson counts for a party: one that it could be at, once it had its place. */
const countsFor =
  ({ since = 0 }: Pick<Party, 'since'>) =>
  ({ from }: { from: Instant }): boolean =>
    from >= since

/**
 * The trainees whom nobody has seen at so many of the first lessons that they could be at. A lesson counts once it is
 * closed and somebody took attendance there.
 *
 * @param lessons the community's limit; 0: nobody.
 */
export function neverSeen(
  { roster }: Pick<Session, 'roster'>,
  course: Course,
  doors: LessonDoors,
  lessons: number,
): MemberId[] {
  if (lessons === 0) return []
  const came = cameToCourse(doors)
  const closed = lessonsThatCount(course)
    .filter(({ doors: [first] }) => {
      const door = first && doors.get(first.lessonId)
      return door !== undefined && door.missed != null && !door.untaken
    })
    .map(({ doors: [first] }) => ({ from: first?.from ?? 0 }))
  return Object.entries(roster).flatMap(([memberId, party]) =>
    party.state === 'confirmed' && !came.has(memberId) && closed.filter(countsFor(party)).length >= lessons
      ? [memberId]
      : [],
  )
}

/** Whether the course still has a lesson ahead. */
export const hasLessonAhead = (course: Course, now: Instant): boolean =>
  liveLessons(course).some(({ from }) => from > now)
