import fc from 'fast-check'
import {
  type DoorList,
  decideAppealMissed,
  decideDoorClose,
  decideLateMark,
  doorFault,
  type Mark,
  newDoor,
  tallyOf,
} from '#core/session/door'
import { commandAt, no, yes } from '#support/commands'
import { aSession, sessionLimits as limits } from '#support/sessions'
import { dayMs, hourMs, minuteMs } from '#support/time'

const session = aSession(
  { m_a: { size: 2 }, m_b: {}, m_c: { state: 'waitlisted' }, m_d: { state: 'withdrawn' } },
  { capacity: 3 },
)
const mark = (present: boolean, at = session.from): Mark => ({
  present,
  at,
  reportedAt: at,
  how: 'list',
  byId: 'm_sun',
})
const door = (more: Partial<DoorList> = {}): DoorList => ({ ...newDoor(session, limits), ...more })
const noted = session.to + 24 * hourMs
const closed = (marks: DoorList['marks']) =>
  yes(decideDoorClose(door({ marks }), session, commandAt(noted), limits))

const runner = { coordinatorId: 'm_coordinator' }

describe('a door', () => {
  it.each([
    [session.from - 61 * minuteMs, 'too_early'],
    [session.from - 60 * minuteMs, undefined],
    [session.to + 7 * dayMs, undefined],
    [session.to + 7 * dayMs + 1, 'too_late'],
  ])('at %d: %s', (now, fault) => {
    expect(doorFault(session, now, limits)).toBe(fault)
  })
  it('of a cancelled session stays shut', () => {
    expect(doorFault({ ...session, state: 'cancelled' }, session.from, limits)).toBe('session_cancelled')
  })
})

describe('who did not come', () => {
  it('is noted a day later: who had a place and was not found, nobody else', () => {
    const next = closed({ m_a: mark(true) })
    expect(next.missed).toEqual({ m_b: noted })
    expect(next.pending.map(({ effect }) => effect)).toEqual(['noShow', 'notice'])
    expect(decideDoorClose(next, session, commandAt(noted + dayMs), limits)).toBeUndefined()
  })
  it('is nobody where nobody took attendance', () => {
    expect(closed({}).missed).toEqual({})
    expect(closed({ m_a: mark(false) }).missed).toEqual({})
  })
  it('is nobody of a cancelled session', () => {
    const cancelled = { ...session, state: 'cancelled' as const }
    const next = yes(
      decideDoorClose(door({ marks: { m_a: mark(true) } }), cancelled, commandAt(noted), limits),
    )
    expect(next.missed).toEqual({})
  })
  it('is noted later where the session was moved', () => {
    const moved = { ...session, from: session.from + dayMs, to: session.to + dayMs }
    const next = yes(decideDoorClose(door(), moved, commandAt(noted), limits))
    expect(next).toMatchObject({ missed: null, wakesAt: noted + dayMs })
  })
  it('is corrected by a later mark, and noted again after a still later one', () => {
    const next = closed({ m_a: mark(true) })
    const right = yes(decideLateMark(next, session, commandAt(noted + 1), 'm_b', mark(true, noted + 1)))
    expect(right.missed).toEqual({})
    expect(right.pending.at(-1)).toMatchObject({ effect: 'noShow', memberId: 'm_b' })
    const back = yes(decideLateMark(right, session, commandAt(noted + 2), 'm_b', mark(false, noted + 2)))
    expect(Object.keys(back.missed ?? {})).toEqual(['m_b'])
    expect(decideLateMark(back, session, commandAt(noted + 3), 'm_b', mark(true, noted + 1))).toEqual({
      next: back,
    })
  })
  it('may appeal; a party that was present may not', () => {
    const next = closed({ m_a: mark(true) })
    const said = yes(
      decideAppealMissed(next, commandAt(noted), { _id: 'm_b', name: '陈大爷' }, '我在后排', runner),
    )
    expect(said.appeals).toEqual({ m_b: { note: '我在后排', at: noted } })
    expect(
      no(decideAppealMissed(next, commandAt(noted), { _id: 'm_a', name: '王奶奶' }, '我在', runner)),
    ).toBe('not_missed')
    expect(
      no(decideAppealMissed(door(), commandAt(noted), { _id: 'm_b', name: '陈大爷' }, '我在', runner)),
    ).toBe('not_missed')
  })
})

it('the numbers equal the list, whatever was marked', () => {
  const marks = fc.dictionary(
    fc.constantFrom('m_a', 'm_b', 'm_c', 'm_d'),
    fc.boolean().map((present) => mark(present)),
  )
  const walkIns = fc.dictionary(
    fc.constantFrom('w_1', 'w_2'),
    fc.record({
      name: fc.constant('sealed'),
      size: fc.integer({ min: 1, max: 10 }),
      at: fc.constant(session.from),
      byId: fc.constant('m_sun'),
      undone: fc.boolean(),
    }),
  )
  fc.assert(
    fc.property(marks, walkIns, (marked, walked) => {
      const next = yes(
        decideDoorClose(door({ marks: marked, walkIns: walked }), session, commandAt(noted), limits),
      )
      const tally = tallyOf(session, next)
      let came = 0
      for (const [id, { size }] of Object.entries(session.roster)) if (marked[id]?.present) came += size
      let walkedIn = 0
      for (const { undone, size } of Object.values(walked)) if (!undone) walkedIn += size
      expect(tally).toMatchObject({ expected: 3, came, walkedIn })
      const absent = ['m_a', 'm_b'].filter((id) => !marked[id]?.present)
      const taken = came + walkedIn > 0
      expect(Object.keys(next.missed ?? {}).sort()).toEqual(taken ? absent : [])
    }),
  )
})
