import fc from 'fast-check'
import { type Move, ShiftModel } from '#support/shiftModel'
import { dayMs, hourMs, minuteMs } from '#support/time'

const who = fc.nat({ max: 3 })
const shift = fc.nat({ max: 1 })
const which = fc.nat({ max: 60 })
const is = <Name extends Move['move']>(...names: Name[]) => fc.constantFrom(...names)

const moves: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      move: is('signUp'),
      who,
      shift,
      dies: fc.constantFrom(
        'never' as const,
        'never' as const,
        'after the diary' as const,
        'after the slot' as const,
      ),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      move: is('withdraw', 'checkIn', 'checkIn', 'checkOut', 'checkOut'),
      who,
      shift,
      agoMs: fc.oneof(fc.nat({ max: hourMs }), fc.nat({ max: 4 * dayMs })),
    }),
  },
  { weight: 3, arbitrary: fc.record({ move: is('confirm'), who, shift }) },
  {
    weight: 1,
    arbitrary: fc.record({
      move: is('reshape'),
      shift,
      hours: fc.constantFrom(0, 0, 1, -1),
      capacity: fc.integer({ min: 1, max: 3 }),
      cancel: fc.constantFrom(false, false, false, true),
    }),
  },
  { weight: 4, arbitrary: fc.record({ move: is('tick') }) },
  { weight: 3, arbitrary: fc.record({ move: is('late', 'repeat'), which }) },
  {
    weight: 4,
    arbitrary: fc.record({
      move: is('wait'),
      ms: fc.oneof(
        fc.nat({ max: 2 * minuteMs }),
        fc.nat({ max: 2 * hourMs }),
        fc.constantFrom(dayMs, 3 * dayMs),
      ),
    }),
  },
) as fc.Arbitrary<Move>

describe('shifts', () => {
  it('keep their promises in any order of steps, crashes, edits, repeats and late effects; the ledger is what was confirmed', () => {
    const seen = new Set<string>()
    let credited = 0
    fc.assert(
      fc.property(fc.array(moves, { maxLength: 60, size: 'max' }), (sequence) => {
        const model = new ShiftModel()
        for (const move of sequence) model.run(move)
        model.rest()
        for (const { state } of model.places.values()) seen.add(state)
        credited += model.credited()
      }),
      { numRuns: 1000 },
    )
    // the sequences are worth something only while they reach every state
    expect([...seen].sort()).toEqual([
      'absent',
      'cancelled',
      'confirmed',
      'credited',
      'done',
      'in_service',
      'withdrawn',
    ])
    expect(credited).toBeGreaterThan(0)
  })
})
