import fc from 'fast-check'
import {
  type CompletionCertificate,
  completionFault,
  decideFollow,
  decideIssueCompletion,
  marksOfCompletion,
} from '#core/certificate/completion'
import { type DoorList, decideDoorCloseNow, decideLateMark, type Mark, newDoor } from '#core/session/door'
import type { Session } from '#core/session/session'
import { doorsById } from '#core/training/attendance'
import { completeBar, decideComplete } from '#core/training/completing'
import { completionBy } from '#core/training/completion'
import { leastOf } from '#core/training/course'
import { commandAt, no, yes } from '#support/commands'
import { markForTests as mark } from '#support/ledger'
import { aLesson, madeUpWeek } from '#support/lessons'
import { aSession, sessionLimits as limits } from '#support/sessions'
import { dayMs, mondayNine } from '#support/time'

const people = ['m_a', 'm_b', 'm_c']
const course = madeUpWeek(3)
const live = course.lessons.filter(({ cancelled }) => !cancelled)
const over = mondayNine + 6 * dayMs
const session: Session = aSession(Object.fromEntries(people.map((id) => [id, {}])), { course, capacity: 3 })

/** The lists of a course and its certificates, as the cloud keeps them. */
class CourseModel {
  session = session
  now = over
  readonly doors = new Map<string, DoorList>(
    live.map(({ lessonId, from, to }) => [
      lessonId,
      newDoor({ ...session, _id: lessonId, sessionId: session._id, from, to }, limits),
    ]),
  )
  readonly papers: CompletionCertificate[] = []
  /** Whose certificates are to follow what was corrected. */
  readonly owed: string[] = []

  done(memberId: string) {
    return completionBy(course, doorsById([...this.doors.values()]), [memberId])
  }
  ofOne = (memberId: string) => this.papers.filter((paper) => paper.memberId === memberId)
  standing = (memberId: string) => this.ofOne(memberId).filter(({ state }) => state === 'valid')

  mark(lessonId: string, memberId: string, present: boolean, at: number) {
    const door = this.doors.get(lessonId) as DoorList
    const said: Mark = { present, at: mondayNine + at, reportedAt: this.now, how: 'list', byId: 'm_zhao' }
    if (door.missed === null) {
      if ((door.marks[memberId]?.at ?? -1) >= said.at) return
      const { untaken: _, ...taken } = door
      this.doors.set(lessonId, { ...taken, rev: door.rev + 1, marks: { ...door.marks, [memberId]: said } })
      return
    }
    const next = yes(decideLateMark(door, session, commandAt(++this.now), memberId, said))
    if (next.pending.length > door.pending.length) this.owed.push(memberId)
    this.doors.set(lessonId, next)
  }
  close(lessonId: string) {
    const door = this.doors.get(lessonId) as DoorList
    this.doors.set(lessonId, yes(decideDoorCloseNow(door, this.session, commandAt(++this.now))))
  }
  complete() {
    for (const { lessonId } of live) this.close(lessonId)
    const before = this.session
    this.session = yes(decideComplete(before, commandAt(++this.now), 'm_zhao'))
    if (this.session !== before) this.owed.push(...people)
  }
  /** One step of one trainee's certificates; false where they agree. */
  step(memberId: string): boolean {
    if (!this.session.completed) return false
    const last = this.ofOne(memberId).at(-1)
    const done = this.done(memberId)
    if (!last || (last.state === 'revoked' && last.followedOn !== undefined && done)) {
      if (!done) return false
      const words = {
        ...{ _id: `TBK-261124-${memberId}-${(last?.edition ?? 0) + 1}`, communityId: 'tubengkan', memberId },
        ...{ name: '王奶奶', activityId: 'a_1', sessionId: 's_1', title: '家政培训' },
        ...done,
        ...{ edition: (last?.edition ?? 0) + 1, issuer: { name: '土崩坎社区' }, issuedAt: this.now },
      }
      const start = {
        ...words,
        ...{ rev: 0, events: [], pending: [], wakesAt: null, dueAt: null },
        ...{ kind: 'completion' as const, state: 'valid' as const, marks: marksOfCompletion(words, mark) },
      }
      this.papers.push(yes(decideIssueCompletion(start, commandAt(++this.now), '')))
      return true
    }
    const words = { replaced: '换了', tooFew: '不够' }
    const next = yes(decideFollow(last, commandAt(++this.now), done, '2026-11-30', words))
    this.papers[this.papers.indexOf(last)] = next
    return next !== last
  }
  /** What was owed first is done, as far as some steps. */
  work(steps: number) {
    for (let left = steps; left > 0 && this.owed.length > 0; left--)
      if (!this.step(this.owed[0] as string)) this.owed.shift()
  }
}

const index = fc.nat({ max: 4 })
const who = fc.constantFrom(...people)
const move = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      move: fc.constant('mark' as const),
      index,
      who,
      present: fc.boolean(),
      at: fc.nat({ max: 9 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ move: fc.constant('close' as const), index }) },
  { weight: 2, arbitrary: fc.record({ move: fc.constant('complete' as const) }) },
  {
    weight: 4,
    arbitrary: fc.record({ move: fc.constant('work' as const), steps: fc.integer({ min: 1, max: 4 }) }),
  },
  { weight: 1, arbitrary: fc.record({ move: fc.constant('again' as const), who }) },
)

test('a certificate stands exactly for who was at enough lessons of a completed course, and never two of one', () => {
  fc.assert(
    fc.property(fc.array(move, { minLength: 5, maxLength: 60 }), (moves) => {
      const model = new CourseModel()
      for (const one of moves) {
        if (one.move === 'mark') model.mark(live[one.index]?.lessonId ?? '', one.who, one.present, one.at)
        else if (one.move === 'close') model.close(live[one.index]?.lessonId ?? '')
        else if (one.move === 'complete') model.complete()
        else if (one.move === 'work') model.work(one.steps)
        else model.owed.push(one.who)
        for (const memberId of people) expect(model.standing(memberId).length).toBeLessThanOrEqual(1)
      }
      model.work(Number.POSITIVE_INFINITY)
      for (const memberId of people) {
        const done = model.session.completed ? model.done(memberId) : undefined
        const [paper] = model.standing(memberId)
        expect(paper === undefined).toBe(done === undefined)
        if (paper) expect(completionFault(paper, done, { mark })).toBeUndefined()
        const told = model.ofOne(memberId).flatMap(({ pending }) => pending)
        const ids = told.flatMap((effect) => (effect.effect === 'notice' ? [effect.noticeId] : []))
        expect(new Set(ids).size).toBe(ids.length)
      }
    }),
    { numRuns: 150 },
  )
})

describe('a completed course', () => {
  const doors = doorsById([])
  it('has its lessons over, and somebody took attendance at each', () => {
    expect(completeBar(session, course, doors, live.at(-1)?.from ?? 0)).toBe('lesson_ahead')
    expect(completeBar(session, course, doors, over)).toBe('lesson_untaken')
    const taken = doorsById(live.map(({ lessonId }) => ({ _id: lessonId, marks: {} })))
    expect(completeBar(session, course, taken, over)).toBeUndefined()
    expect(completeBar({ state: 'cancelled' }, course, taken, over)).toBe('cancelled')
  })
  it('counts a lesson that was made up for once, and its minutes once', () => {
    expect(leastOf(course)).toBe(4)
    const at = (...ids: number[]) =>
      doorsById(
        ids.map((id) => ({
          _id: `l_${id}`,
          marks: { m_a: { present: true, at: 0, reportedAt: 0, how: 'list' as const, byId: 'm_zhao' } },
        })),
      )
    expect(completionBy(course, at(0, 1, 2, 5), ['m_a'])).toMatchObject({ attended: 4, of: 5, minutes: 480 })
    expect(completionBy(course, at(0, 1, 2, 3), ['m_a'])).toBeUndefined()
    expect(completionBy(course, at(0, 1, 2, 5), ['m_b'])).toBeUndefined()
  })
  it('is completed once, and keeps its first day', () => {
    const first = yes(decideComplete(session, commandAt(over), 'm_zhao'))
    expect(decideComplete(first, commandAt(over + dayMs), 'm_sun')).toEqual({ next: first })
    const more = { ...first, course: { ...course, lessons: [...course.lessons, aLesson(6)] } }
    const again = yes(decideComplete(more, commandAt(over + dayMs), 'm_sun'))
    expect(again.completed).toMatchObject({ at: over, byId: 'm_zhao', course: more.course })
    expect(no(decideComplete({ ...session, state: 'cancelled' }, commandAt(over), 'm_zhao'))).toBe(
      'session_cancelled',
    )
  })
})
