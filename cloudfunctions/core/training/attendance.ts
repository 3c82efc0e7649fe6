import type { CourseProgress, LessonView } from '#contract/session'
import type { MemberId } from '#contract/shared/scalars'
import type { DoorList } from '#core/session/door'
import type { Party, Session } from '#core/session/session'
import { attendedOf, type Course, type Lesson, leastOf, lessonsThatCount, liveLessons } from './course'

/** What the lists at the doors of a course say. */
export type LessonDoor = Pick<Partial<DoorList>, 'marks' | 'missed' | 'appeals' | 'untaken'> &
  Pick<DoorList, '_id'>
export type LessonDoors = ReadonlyMap<string, LessonDoor>

export const doorsById = (doors: readonly LessonDoor[]): LessonDoors =>
  new Map(doors.map((door) => [door._id, door]))

/** Whether a member was at each lesson; one of which nobody has said anything is absent. */
export function attendedBy(
  course: Pick<Course, 'lessons'>,
  doors: LessonDoors,
  memberId: MemberId,
): Record<string, boolean> {
  const said: Record<string, boolean> = {}
  for (const { lessonId } of course.lessons) {
    const door = doors.get(lessonId)
    const mark = door?.marks?.[memberId]
    if (mark) said[lessonId] = mark.present
    else if (door?.missed?.[memberId] !== undefined) said[lessonId] = false
  }
  return said
}

/** The lessons of which this says that somebody was there. */
export const presentIn = (attended: Readonly<Record<string, boolean>>): Set<string> =>
  new Set(Object.keys(attended).filter((lessonId) => attended[lessonId]))

/** What completes the course, and how far somebody has come; who has no place has come nowhere. */
export const progressOf = (
  course: Course,
  attended: Readonly<Record<string, boolean>> | undefined,
): CourseProgress => ({
  ...(attended && { attended: attendedOf(course, presentIn(attended)) }),
  of: lessonsThatCount(course).length,
  least: leastOf(course),
})

/** The lessons at which a member was found. */
export const ownPresence = (
  course: Pick<Course, 'lessons'>,
  doors: LessonDoors,
  memberId: MemberId,
): Set<string> => presentIn(attendedBy(course, doors, memberId))

/** Everybody who was found at any lesson. */
export const cameToCourse = (doors: LessonDoors): Set<MemberId> =>
  new Set(
    [...doors.values()].flatMap(({ marks = {} }) =>
      Object.keys(marks).filter((memberId) => marks[memberId]?.present),
    ),
  )

/** The lists of all lessons as one: present is who was at any. */
export function wholeDoor(doors: LessonDoors): Pick<DoorList, 'marks'> & Pick<LessonDoor, 'untaken'> {
  const marks: DoorList['marks'] = {}
  for (const door of doors.values())
    for (const [memberId, mark] of Object.entries(door.marks ?? {}))
      if (mark.present || !marks[memberId]) marks[memberId] = mark
  const untaken = [...doors.values()].every((door) => door.untaken)
  return { marks, ...(untaken && { untaken }) }
}

/** Somebody who has, or had, a place in a course, and where they were. */
export interface Trainee {
  memberId: MemberId
  state: Party['state']
  /** By lesson; see `attendedBy`. */
  attended: Record<string, boolean>
  /** At how many of the lessons that count. */
  count: number
}

/** Everybody who has a place, and whoever has left it but was at a lesson. */
export function traineesOf(session: Pick<Session, 'roster'>, course: Course, doors: LessonDoors): Trainee[] {
  return Object.entries(session.roster).flatMap(([memberId, { state }]): Trainee[] => {
    const attended = attendedBy(course, doors, memberId)
    const present = presentIn(attended)
    if (state !== 'confirmed' && present.size === 0) return []
    return [{ memberId, state, attended, count: attendedOf(course, present) }]
  })
}

/** Whether somebody was found at the door of a lesson. */
const isTaken = (door: LessonDoor | undefined): boolean => door !== undefined && !door.untaken

/** The lessons that are over by then and at which nobody took attendance. */
export const untakenLessons = (course: Course, doors: LessonDoors, now: number): Lesson[] =>
  liveLessons(course).filter(({ lessonId, to }) => to <= now && !isTaken(doors.get(lessonId)))

/** Whether every lesson is over, and the list of each is closed. */
export const isAttendanceClosed = (course: Course, doors: LessonDoors, now: number): boolean =>
  liveLessons(course).every(({ lessonId, to }) => {
    const door = doors.get(lessonId)
    return to <= now && door !== undefined && door.missed != null
  })

/** What is said of somebody at each lesson, and whether they may still say otherwise. */
export interface OwnLessons {
  attended: Readonly<Record<string, boolean>>
  /** What they say against having missed a lesson. */
  appeals: Readonly<Record<string, string>>
  /** The lessons that they are noted as missing, and may explain. */
  explains: ReadonlySet<string>
}

/** The lists of the lessons as far as they concern one member. `correctable`: the lists may still be corrected. */
export function ownLessons(
  course: Pick<Course, 'lessons'>,
  doors: LessonDoors,
  memberId: MemberId,
  correctable: boolean,
): OwnLessons {
  const ids = course.lessons.map(({ lessonId }) => lessonId)
  const appealsAt = (id: string): [string, string][] => {
    const said = doors.get(id)?.appeals?.[memberId]
    return said ? [[id, said.note]] : []
  }
  const appeals = Object.fromEntries(ids.flatMap(appealsAt))
  const isMissed = (id: string) => doors.get(id)?.missed?.[memberId] !== undefined
  return {
    attended: attendedBy(course, doors, memberId),
    appeals,
    explains: new Set(correctable ? ids.filter((id) => isMissed(id) && appeals[id] === undefined) : []),
  }
}

/** A lesson as a page shows it. */
export function lessonView(
  { lessonId, from, to, place, trainer, cancelled, makesUp }: Lesson,
  own?: OwnLessons,
): LessonView {
  const was = own?.attended[lessonId]
  const appeal = own?.appeals[lessonId]
  return {
    lessonId,
    from,
    to,
    ...(place !== null && { place }),
    ...(trainer !== null && { trainer }),
    ...(cancelled && { cancelled: true as const }),
    ...(makesUp !== null && { makesUp }),
    ...(was !== undefined && { attended: was }),
    ...(appeal !== undefined && { appeal }),
    ...(own?.explains.has(lessonId) && { mayExplain: true as const }),
  }
}

/** All lessons of a course as a page shows them, the earliest first. */
export const lessonViews = ({ lessons }: Pick<Course, 'lessons'>, own?: OwnLessons): LessonView[] =>
  [...lessons].sort((a, b) => a.from - b.from).map((lesson) => lessonView(lesson, own))
