import fc from 'fast-check'
import { decideRemind, lessonReminders } from '#core/session/reminder'
import { offerEndsAt } from '#core/session/session'
import { attendedBy, progressOf, traineesOf, untakenLessons, wholeDoor } from '#core/training/attendance'
import {
  attendedOf,
  type Course,
  joinableBeginnings,
  leastOf,
  lessonAt,
  lessonsThatCount,
  spanOfCourse,
} from '#core/training/course'
import { neverSeen } from '#core/training/neverCame'
import { commandAt } from '#support/commands'
import { aLesson, aWeek, madeUpWeek } from '#support/lessons'
import { aSession } from '#support/sessions'
import { dayMs, hourMs, mondayNine } from '#support/time'

const ids = (course: Course) => lessonsThatCount(course).map(({ lesson }) => lesson.lessonId)
const mark = (present: boolean) => ({
  present,
  at: mondayNine,
  reportedAt: mondayNine,
  how: 'list' as const,
  byId: 'm_sun',
})
const door = (lessonId: string, present: Record<string, boolean>, closed = true) => ({
  _id: lessonId,
  marks: Object.fromEntries(Object.entries(present).map(([id, was]) => [id, mark(was)])),
  missed: closed ? {} : null,
})
const doorsOf = (...doors: ReturnType<typeof door>[]) => new Map(doors.map((each) => [each._id, each]))

describe('what counts as a lesson', () => {
  it('is each lesson that takes place, in the order of their beginnings', () => {
    expect(ids(aWeek())).toEqual(['l_0', 'l_1', 'l_2', 'l_3', 'l_4'])
  })

  it('is not one that was called off, unless another makes up for it', () => {
    const off = aWeek({ 2: { cancelled: true } })
    expect(ids(off)).toEqual(['l_0', 'l_1', 'l_3', 'l_4'])
    const madeUp = madeUpWeek(2)
    expect(ids(madeUp)).toEqual(['l_0', 'l_1', 'l_2', 'l_3', 'l_4'])
    expect(attendedOf(madeUp, new Set(['l_5']))).toBe(1)
  })

  it('counts once for who was at a lesson and at the one that makes up for it', () => {
    const course = { ...aWeek(), lessons: [...aWeek().lessons, aLesson(5, { makesUp: 'l_0' })] }
    expect(attendedOf(course, new Set(['l_0', 'l_5']))).toBe(1)
    expect(leastOf(course)).toBe(4)
  })

  it('never makes more of it by going to more doors, and never less', () => {
    const presence = fc.uniqueArray(fc.integer({ min: 0, max: 7 }), { maxLength: 8 })
    fc.assert(
      fc.property(presence, fc.integer({ min: 0, max: 7 }), (at, one) => {
        const lessons = [...aWeek().lessons, aLesson(5, { makesUp: 'l_1' }), aLesson(6, { makesUp: 'l_1' })]
        const course = { lessons, leastPercent: 80 }
        const before = attendedOf(course, new Set(at.map((index) => `l_${index}`)))
        const after = attendedOf(course, new Set([...at, one].map((index) => `l_${index}`)))
        expect(after).toBeGreaterThanOrEqual(before)
        expect(after).toBeLessThanOrEqual(before + 1)
        expect(after).toBeLessThanOrEqual(lessonsThatCount(course).length)
      }),
    )
  })
})

describe('a course', () => {
  it('goes from its first lesson that takes place to its last', () => {
    const span = spanOfCourse(aWeek({ 0: { cancelled: true } }))
    expect(span).toEqual({ from: mondayNine + dayMs, to: mondayNine + 4 * dayMs + 2 * hourMs })
  })

  it('means the lesson that is on, or the next, or the last', () => {
    const at = (now: number) => lessonAt(aWeek({ 1: { cancelled: true } }), now)?.lessonId
    expect(at(mondayNine - dayMs)).toBe('l_0')
    expect(at(mondayNine + hourMs)).toBe('l_0')
    expect(at(mondayNine + 2 * hourMs)).toBe('l_2')
    expect(at(mondayNine + 30 * dayMs)).toBe('l_4')
  })

  it('lets somebody come in as long as enough lessons are left to complete it', () => {
    expect(joinableBeginnings(aWeek())).toEqual([mondayNine, mondayNine + dayMs])
    expect(joinableBeginnings(aWeek({}, 100))).toEqual([mondayNine])
  })

  it('offers a place that becomes free before the next lesson with which it can still be completed', () => {
    const limits = { offerHours: 12, offerEndsHours: 2 }
    const session = { ...aSession(), course: aWeek(), from: mondayNine }
    const noon = mondayNine + 3 * hourMs
    expect(offerEndsAt(session, noon, limits)).toBe(noon + 12 * hourMs)
    expect(offerEndsAt(session, mondayNine + 22 * hourMs - 1, limits)).toBeUndefined()
    expect(offerEndsAt(session, mondayNine + dayMs, limits)).toBeUndefined()
  })

  it('reminds once on the evening before each lesson that is still to come', () => {
    const evening = mondayNine - dayMs + 9 * hourMs
    expect(lessonReminders(aWeek({ 2: { cancelled: true } }), evening - hourMs)).toEqual([
      evening,
      evening + dayMs,
      evening + 3 * dayMs,
      evening + 4 * dayMs,
    ])
    expect(lessonReminders(aWeek(), evening + dayMs)).toEqual([2, 3, 4].map((days) => evening + days * dayMs))
  })
})

describe('a reminder of a course', () => {
  const evenings = [0, 1].map((day) =>
    aLesson(day, {
      from: mondayNine + day * dayMs + 10 * hourMs,
      to: mondayNine + day * dayMs + 12 * hourMs,
    }),
  )
  const course = { lessons: evenings, leastPercent: 80 }
  const six = mondayNine + 9 * hourMs
  const session = { ...aSession({ m_wang: {} }), from: six + hourMs, to: six + 30 * hourMs, course }

  it('in the evening is of tomorrow’s lesson, though tonight’s has not begun', () => {
    const due = { ...session, remindAts: [six, six + dayMs] }
    const decided = decideRemind(due, commandAt(six))
    expect(decided?.next?.pending).toMatchObject([{ kind: 'lesson_tomorrow', lessonId: 'l_1' }])
  })

  it('that comes late is of every lesson that is still to come', () => {
    const due = { ...session, remindAts: [six - dayMs, six] }
    const decided = decideRemind(due, commandAt(six))
    expect(decided?.next?.pending).toMatchObject([{ lessonId: 'l_0' }, { lessonId: 'l_1' }])
  })
})

describe('who was at a course', () => {
  const course = aWeek()
  const session = aSession({
    m_wang: {},
    m_chen: {},
    m_gone: { state: 'withdrawn' },
    m_left: { state: 'withdrawn' },
  })
  const doors = doorsOf(door('l_0', { m_wang: true, m_gone: true, m_chen: false }), {
    ...door('l_1', { m_wang: true }),
    missed: { m_chen: mondayNine },
  })

  it('is said of each lesson: there, not there, or nothing yet', () => {
    expect(attendedBy(course, doors, 'm_wang')).toEqual({ l_0: true, l_1: true })
    expect(attendedBy(course, doors, 'm_chen')).toEqual({ l_0: false, l_1: false })
    expect(progressOf(course, { l_0: true, l_1: false })).toEqual({ attended: 1, of: 5, least: 4 })
  })

  it('lists who has a place, and who has left but came', () => {
    const trainees = traineesOf(session, course, doors).map(({ memberId, count }) => [memberId, count])
    expect(trainees).toEqual([
      ['m_wang', 2],
      ['m_chen', 0],
      ['m_gone', 1],
    ])
  })

  it('counts somebody present in the whole who was at any lesson', () => {
    expect(wholeDoor(doors).marks.m_gone?.present).toBe(true)
    expect(wholeDoor(doors).marks.m_chen?.present).toBe(false)
  })

  it('names the lessons at which nobody took attendance', () => {
    const friday = mondayNine + 4 * dayMs
    expect(untakenLessons(course, doors, friday).map(({ lessonId }) => lessonId)).toEqual(['l_2', 'l_3'])
  })

  it('gives the places of those on who were at none of the first lessons, once these are closed', () => {
    expect(neverSeen(session, course, doors, 2)).toEqual(['m_chen'])
    expect(neverSeen(session, course, doors, 3)).toEqual([])
    expect(neverSeen(session, course, doors, 0)).toEqual([])
    const open = doorsOf(door('l_0', { m_wang: true }), door('l_1', { m_wang: true }, false))
    expect(neverSeen(session, course, open, 2)).toEqual([])
  })

  it('does not count lessons from before somebody had a place', () => {
    const late = aSession({ m_chen: { since: mondayNine + hourMs }, m_wang: {} })
    expect(neverSeen(late, course, doors, 2)).toEqual([])
    expect(neverSeen(late, course, doors, 1)).toEqual(['m_chen'])
  })
})
