import fc from 'fast-check'
import { windowsOverlap } from '#core/booking/booking'
import {
  type Diary,
  type Hold,
  withClaim,
  withHold,
  withoutClaim,
  withoutHold,
  withRelease,
} from '#core/diary/diary'
import { hourMs, mondayNine } from '#support/time'

const empty: Diary = { _id: 'm_li', communityId: 'tubengkan', rev: 0, holds: [] }
const nine = (heldFor: string, fromHour: number, toHour: number, at = 0): Hold => ({
  heldFor,
  from: mondayNine + fromHour * hourMs,
  to: mondayNine + toHour * hourMs,
  at,
})
const holding = (...holds: Hold[]): Diary => ({ ...empty, holds })

describe('a hold', () => {
  it.each([
    ['the hour after', nine('b_2', 1, 2), true],
    ['the hour before', nine('b_2', -1, 0), true],
    ['the same hour', nine('b_2', 0, 1), false],
    ['a window around it', nine('b_2', -1, 2), false],
    ['a window inside it', nine('b_2', 0.25, 0.5), false],
    ['a window that begins before its end', nine('b_2', 0.999, 2), false],
    ['a window that ends after its beginning', nine('b_2', -1, 0.001), false],
  ])('beside nine to ten, %s: %p', (_, wanted, taken) => {
    const held = withHold(holding(nine('b_1', 0, 1)), wanted)
    expect('next' in held).toBe(taken)
    if ('clash' in held) expect(held.clash.heldFor).toBe('b_1')
  })
  it('can be taken once every other one is over', () => {
    const wanted = nine('b_2', 5, 6, mondayNine)
    expect(withHold(holding(nine('b_1', 0, 1)), wanted)).toHaveProperty('next')
    expect(withHold(holding(nine('b_1', 0, 1)), wanted, true)).toHaveProperty('clash')
    expect(withHold(holding(nine('b_1', -1, 0)), wanted, true)).toHaveProperty('next')
    expect(withHold(empty, wanted, true)).toHaveProperty('next')
  })
  it('of the same booking is renewed, not doubled', () => {
    const held = withHold(holding(nine('b_1', 0, 1, 1)), nine('b_1', 0, 1, 2))
    expect(held).toEqual({ next: { ...empty, rev: 1, holds: [nine('b_1', 0, 1, 2)] } })
  })
})

describe('freeing', () => {
  it('gives the window back and leaves the others', () => {
    const diary = holding(nine('b_1', 0, 1), nine('b_2', 1, 2))
    expect(withoutHold(diary, 'b_1')).toEqual({ ...diary, rev: 1, holds: [nine('b_2', 1, 2)] })
  })
  it('says nothing when there is nothing to give back', () => {
    expect(withoutHold(holding(nine('b_1', 0, 1)), 'b_2')).toBeUndefined()
    expect(withoutHold(empty, 'b_1')).toBeUndefined()
  })
  it('leaves a hold that was taken after the claim was given up, so that a late repeat costs nobody a window', () => {
    const releasedAt = 100
    expect(withoutHold(holding(nine('b_1', 0, 1, 99)), 'b_1', releasedAt)?.holds).toEqual([])
    expect(withoutHold(holding(nine('b_1', 0, 1, 100)), 'b_1', releasedAt)?.holds).toEqual([])
    expect(withoutHold(holding(nine('b_1', 0, 1, 101)), 'b_1', releasedAt)).toBeUndefined()
  })
})

it('no sequence of holding and freeing lets two windows overlap', () => {
  const promises = fc.constantFrom('b_1', 'b_2', 'b_3', 'b_4', 'b_5')
  const holds = fc
    .record({
      heldFor: promises,
      from: fc.nat({ max: 20 }),
      length: fc.integer({ min: 1, max: 6 }),
      at: fc.nat(),
    })
    .map(({ length, ...rest }) => ({ ...rest, to: rest.from + length }))
  const moves = fc.array(fc.oneof(holds, promises), { maxLength: 40 })
  fc.assert(
    fc.property(moves, (sequence) => {
      let diary = empty
      for (const move of sequence) {
        const before = diary
        if (typeof move === 'string') diary = withoutHold(diary, move) ?? diary
        else {
          const held = withHold(diary, move)
          const others = diary.holds.filter((other) => other.heldFor !== move.heldFor)
          expect('clash' in held).toBe(others.some((other) => windowsOverlap(other, move)))
          if ('next' in held) diary = held.next
        }
        expect(diary.rev - before.rev).toBe(diary === before ? 0 : 1)
        diary.holds.forEach((one, index) => {
          for (const other of diary.holds.slice(index + 1)) {
            expect(windowsOverlap(one, other)).toBe(false)
            expect(one.heldFor).not.toBe(other.heldFor)
          }
        })
      }
    }),
  )
})

describe('the claims of a day', () => {
  const [monday, tuesday] = ['2026-11-23', '2026-11-24'] as const
  const asked = (diary: Diary, key: string, day: string = monday, known = true) =>
    withClaim(diary, { key, day, claimsPerDay: 2 }, known)
  const claimed = (diary: Diary, key: string, day?: string): Diary => {
    const next = asked(diary, key, day)
    if (typeof next === 'string') throw new Error(next)
    return next
  }

  it('are so many, and as many again the next day', () => {
    const two = claimed(claimed(empty, 'one'), 'two')
    expect(two.today?.claims).toEqual(['one', 'two'])
    expect(asked(two, 'three')).toBe('claims_spent')
    expect(claimed(two, 'three', tuesday).today).toEqual({ day: tuesday, claims: ['three'], releases: [] })
  })
  it('count a command once, and a claim that somebody else won not at all', () => {
    const one = claimed(empty, 'one')
    expect(claimed(one, 'one')).toBe(one)
    expect(withoutClaim(one, 'one').today?.claims).toEqual([])
    expect(withoutClaim(empty, 'one')).toBe(empty)
  })
  it('are one for each command: the same command for another booking is a conflict', () => {
    const one = claimed(empty, 'one')
    expect(asked(one, 'one', monday, false)).toBe('conflict')
    expect(asked(one, 'two', monday, false)).toMatchObject({ today: { claims: ['one', 'two'] } })
  })
  it('stay counted when the booking was released, and the release is counted once', () => {
    const one = claimed(empty, 'one')
    const back = withRelease(withoutHold(one, 'b_1') ?? one, monday, 'b_1:3')
    expect(back.today).toEqual({ day: monday, claims: ['one'], releases: ['b_1:3'] })
    expect(withRelease(back, monday, 'b_1:3')).toBe(back)
  })
  it('are never more than the limit, and never stuck below it, whatever is lost, released or repeated', () => {
    const keys = fc.constantFrom(...'abcdefgh')
    const days = fc.constantFrom(monday, tuesday)
    const moves = fc.array(
      fc.record({ key: keys, day: days, move: fc.constantFrom('claim', 'lose', 'release') }),
      { maxLength: 40 },
    )
    fc.assert(
      fc.property(moves, (sequence) => {
        let diary = empty
        for (const { key, day, move } of sequence) {
          const before = diary.today
          if (move === 'lose') diary = withoutClaim(diary, key)
          else if (move === 'release') diary = withRelease(diary, day, key)
          else {
            const next = asked(diary, key, day)
            const onDay = before && before.day >= day ? before.claims : []
            expect(next === 'claims_spent').toBe(onDay.length === 2 && !onDay.includes(key))
            diary = typeof next === 'string' ? diary : next
          }
          expect(diary.today?.claims.length ?? 0).toBeLessThanOrEqual(2)
        }
      }),
    )
  })
})
