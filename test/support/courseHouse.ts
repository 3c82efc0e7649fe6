import type { RawInputOf, ReplyOf } from '#contract/operations'
import { dayMs, hourMs, type Person, type TestHouse } from './house'

type Edit = RawInputOf<'activity.edit'>
type Lessons = NonNullable<Edit['lessons']>

/** A course that a test runs: who runs it, what it is called by, and what its days are. */
export interface RunCourse {
  activityId: string
  sessionId: string
  lessonIds: string[]
  /** The lessons as they were published. */
  lessons: Lessons
}

/**
 * Publishes a course of some lessons, one a day, the first in two days at the same hour; each lasts two hours. Sign-up
 * is open.
 */
export async function publishCourse(
  { cloud }: TestHouse,
  { ask }: Person,
  more: { capacity?: number; lessons?: number; title?: string } & Pick<
    Edit,
    'subsidyFen' | 'subsidyPer' | 'leastPercent'
  > = {},
): Promise<RunCourse> {
  const { capacity = 3, lessons: many = 5, ...written } = more
  const now = cloud.now()
  const first = now + 2 * dayMs
  const lessons = Array.from({ length: many }, (_, index) => ({
    from: first + index * dayMs,
    to: first + index * dayMs + 2 * hourMs,
    trainer: '周老师',
  }))
  const { activityId, sessionIds, lessonIds } = await ask('activity.publish', {
    kind: 'training',
    title: '家政培训',
    summary: '做饭、收纳、照护。',
    place: '妇女之家',
    sessions: [{ from: first, to: first + many * dayMs, capacity }],
    lessons,
    gain: '能上门做家政',
    signup: { opensAt: now, closesAt: first, rule: 'first_come', partyMax: 3 },
    ...written,
  })
  return { activityId, sessionId: sessionIds[0] as string, lessonIds: lessonIds as string[], lessons }
}

/** The coordinator's marks at one lesson. */
export const markAt = (
  { ask }: Person,
  { sessionId, lessonIds }: RunCourse,
  lesson: number,
  present: readonly Person[],
  absent: readonly Person[] = [],
): Promise<ReplyOf<'session.mark'>> =>
  ask('session.mark', {
    sessionId,
    lessonId: lessonIds[lesson] as string,
    marks: [
      ...present.map(({ memberId }) => ({ memberId, present: true })),
      ...absent.map(({ memberId }) => ({ memberId, present: false })),
    ],
  })

/** Moves the clock to some minutes after a lesson's beginning. */
export function atLesson({ cloud }: TestHouse, { lessons }: RunCourse, lesson: number, minutes = 10): void {
  const begin = lessons[lesson]?.from as number
  cloud.advance(begin + minutes * 60_000 - cloud.now())
}
