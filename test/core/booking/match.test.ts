import fc from 'fast-check'
import type { MatchReason } from '#contract/booking'
import { type Candidate, fittingSkill, hallOrder, matchOf, type Wanted } from '#core/booking/match'
import { dayMs, hourMs, mondayNine } from '#support/time'

const now = mondayNine - 2 * dayMs
const wanted: Wanted = {
  _id: 'b_1',
  estateId: 'huochai',
  kindTitle: '水管漏水',
  skills: ['水电'],
  windowFrom: mondayNine,
  windowTo: mondayNine + hourMs,
  needsLicence: null,
  minAge: 14,
}
const li: Candidate = {
  memberId: 'm_li',
  estateId: 'yangshu',
  skills: [],
  licences: [],
  holds: [],
  claims: [],
}
const promised = (heldFor: string, from: number) => ({ heldFor, from, to: from + hourMs })

const said = (who: Partial<Candidate>, what: Partial<Wanted> = {}) =>
  matchOf({ ...wanted, ...what }, { ...li, ...who }, now).reasons
const points = (who: Partial<Candidate>, what: Partial<Wanted> = {}) =>
  matchOf({ ...wanted, ...what }, { ...li, ...who }, now).points

describe('a match says why', () => {
  it.each<[string, Partial<Candidate>, Partial<Wanted>, MatchReason[]]>([
    [
      'near, able and free',
      { estateId: 'huochai', skills: ['木工', '修水管'] },
      {},
      [{ reason: 'same_estate' }, { reason: 'skill', skill: '修水管' }, { reason: 'week_free' }],
    ],
    ['nothing but a free week', {}, {}, [{ reason: 'week_free' }]],
    [
      'the licence in place of a skill',
      { licences: ['电工证'], skills: ['电路'] },
      { needsLicence: '电工证', kindTitle: '电路检修' },
      [{ reason: 'licence', licence: '电工证' }, { reason: 'week_free' }],
    ],
    [
      'the licence missing',
      {},
      { needsLicence: '电工证' },
      [{ reason: 'licence_missing', licence: '电工证' }, { reason: 'week_free' }],
    ],
    ['too young', { age: 16 }, { minAge: 18 }, [{ reason: 'too_young' }, { reason: 'week_free' }]],
    [
      'something else at that time',
      { holds: [promised('b_2', mondayNine + hourMs / 2)] },
      {},
      [{ reason: 'clash' }, { reason: 'week_load', count: 1 }],
    ],
    ['asked', {}, { invitedIds: ['m_li'] }, [{ reason: 'invited' }, { reason: 'week_free' }]],
    ['given back', {}, { givenBackIds: ['m_li'] }, [{ reason: 'gave_back' }, { reason: 'week_free' }]],
    ['nobody else has come', {}, { atRisk: 'leader' }, [{ reason: 'week_free' }, { reason: 'at_risk' }]],
  ])('%s', (_, who, what, reasons) => {
    expect(said(who, what)).toEqual(reasons)
  })
  it('counts the week of the booking from Monday, a promise in diary and claims once', () => {
    const sunday = mondayNine + 6 * dayMs
    const two = {
      holds: [promised('b_2', sunday)],
      claims: [promised('b_2', sunday), promised('b_3', sunday + hourMs)],
    }
    expect(said(two)).toEqual([{ reason: 'week_load', count: 2 }])
    expect(said({ holds: [promised('b_2', sunday + dayMs)] })).toEqual([{ reason: 'week_free' }])
    expect(said({ holds: [promised('b_2', mondayNine - dayMs)] })).toEqual([{ reason: 'week_free' }])
    // A hold of the booking itself is left over from a claim and does not count.
    expect(said({ holds: [promised('b_1', mondayNine)] })).toEqual([{ reason: 'week_free' }])
  })
})

describe('the order', () => {
  const lately = (count: number) =>
    Array.from({ length: count }, (_, index) => promised(`b_old${index}`, now - (index + 1) * dayMs))

  it.each<[string, Partial<Candidate>, Partial<Candidate>]>([
    ['a skill before the same estate', { skills: ['水管'] }, { estateId: 'huochai' }],
    [
      'the same estate before a free week',
      { estateId: 'huochai', holds: [promised('b_2', mondayNine + dayMs)] },
      {},
    ],
    ['among equals who has done less lately', { claims: lately(1) }, { claims: lately(4) }],
    [
      'a free time before everything that is said for who is busy then',
      {},
      { skills: ['水管'], estateId: 'huochai', holds: [promised('b_2', mondayNine)] },
    ],
  ])('%s', (_, better, worse) => {
    expect(points(better)).toBeGreaterThan(points(worse))
  })
  it('puts who was asked first, and who gave it back last', () => {
    expect(points({}, { invitedIds: ['m_li'] })).toBeGreaterThan(
      points({ skills: ['水管'], estateId: 'huochai' }),
    )
    expect(points({ skills: ['水管'], estateId: 'huochai' }, { givenBackIds: ['m_li'] })).toBeLessThan(
      points({}),
    )
  })

  const promises = fc.array(
    fc
      .record({
        heldFor: fc.constantFrom('b_1', 'b_2', 'b_3', 'b_4'),
        from: fc.integer({ min: now - 40 * dayMs, max: now + 20 * dayMs }),
      })
      .map(({ heldFor, from }) => promised(heldFor, from)),
    { maxLength: 6 },
  )
  const anybody: fc.Arbitrary<Candidate> = fc.record({
    memberId: fc.constantFrom('m_li', 'm_zhao'),
    estateId: fc.constantFrom('huochai', 'yangshu'),
    skills: fc.subarray(['水管', '换灯', '陪诊']),
    licences: fc.subarray(['电工证']),
    age: fc.option(fc.integer({ min: 14, max: 80 }), { nil: undefined }),
    holds: promises,
    claims: promises,
  })
  it('never puts somebody lower for being near, able or less busy', () => {
    fc.assert(
      fc.property(anybody, promises, (who, more) => {
        const of = (change: Partial<Candidate>) => matchOf(wanted, { ...who, ...change }, now).points
        expect(of({ estateId: 'huochai' })).toBeGreaterThanOrEqual(of({}))
        expect(of({ skills: [...who.skills, '水管'] })).toBeGreaterThanOrEqual(of({}))
        // one promise has one window
        const known = new Set([...who.holds, ...who.claims].map(({ heldFor }) => heldFor))
        const others = more.filter(({ heldFor }) => !known.has(heldFor))
        expect(of({ holds: [...who.holds, ...others] })).toBeLessThanOrEqual(of({}))
      }),
    )
  })
  it('of the hall is the same whatever order the bookings were read in', () => {
    const place = fc.record({
      points: fc.integer({ min: -3, max: 3 }),
      windowFrom: fc.nat({ max: 3 }),
      _id: fc.uuid(),
    })
    fc.assert(
      fc.property(fc.array(place), fc.func(fc.integer()), (places, key) => {
        const other = [...places].sort((a, b) => key(a) - key(b))
        expect([...other].sort(hallOrder)).toEqual([...places].sort(hallOrder))
      }),
    )
  })
})

describe('a skill fits', () => {
  it.each([
    [['修水管'], ['水管漏水'], '修水管'],
    [['做饭', '换灯泡'], ['换灯泡'], '换灯泡'],
    [['水电'], ['水管漏水', '水电'], '水电'],
    [['门'], ['门锁门窗'], undefined],
    [['上门服务'], ['上门看望'], undefined],
    [['什么都行'], ['其他维修'], undefined],
    [[], ['水管漏水'], undefined],
  ])('%j for %j: %s', (skills, texts, fits) => {
    expect(fittingSkill(skills, texts)).toBe(fits)
  })
})
