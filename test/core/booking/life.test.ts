import fc from 'fast-check'
import { BookingModel, type Move, someDays } from '#support/bookingModel'
import { limits } from '#support/bookings'
import { dayMs, hourMs, minuteMs } from '#support/time'

const who = fc.constantFrom(0 as const, 1 as const, 2 as const)
const code = fc.constantFrom(
  'now' as const,
  'now' as const,
  'now' as const,
  'kept' as const,
  'old' as const,
  'future' as const,
  'made_up' as const,
  'other_claim' as const,
)
const which = fc.nat({ max: 100 })
const moves: fc.Arbitrary<Move> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ move: fc.constantFrom('claim' as const), who }) },
  { weight: 1, arbitrary: fc.record({ move: fc.constantFrom('release' as const), who }) },
  { weight: 1, arbitrary: fc.record({ move: fc.constantFrom('dispatch' as const, 'invite' as const), who }) },
  {
    weight: 1,
    arbitrary: fc.record({ move: fc.constantFrom('settle' as const), minutes: fc.nat({ max: 90 }) }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      move: fc.constantFrom('checkIn' as const, 'checkOut' as const),
      who,
      code,
      typed: fc.boolean(),
      agoMs: fc.oneof(fc.nat({ max: hourMs }), fc.nat({ max: 4 * dayMs })),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      move: fc.constantFrom(
        'confirm' as const,
        'pass' as const,
        'pass' as const,
        'payOff' as const,
        'readOwed' as const,
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ move: fc.constantFrom('lateEffects' as const), which }) },
  {
    weight: 5,
    arbitrary: fc.record({
      move: fc.constantFrom('wait' as const),
      ms: fc.oneof(
        fc.nat({ max: 2 * minuteMs }),
        fc.nat({ max: 2 * hourMs }),
        fc.constantFrom(5 * hourMs, 11.6 * hourMs, dayMs, 3 * dayMs),
      ),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ move: fc.constantFrom('repeat' as const), which, sameWords: fc.boolean() }),
  },
)
const cancelled = fc.constant<Move>({ move: 'cancel' })
const sequences = fc
  .tuple(fc.array(moves, { maxLength: 50, size: 'max' }), fc.boolean(), cancelled)
  .map(([sequence, cancels, cancel]) => (cancels ? [...sequence, cancel] : sequence))

describe('a booking', () => {
  it('keeps its promises under any sequence of commands, repeats, time and late effects', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(sequences, (sequence) => {
        const model = new BookingModel()
        for (const move of sequence) model.run(move)
        seen.add(model.booking.state)
      }),
      { numRuns: 1000 },
    )
    // the sequences are worth something only while they reach every state
    expect([...seen].sort()).toEqual([
      'cancelled',
      'claimed',
      'confirmed',
      'done',
      'expired',
      'in_service',
      'open',
    ])
  })

  it('comes to rest by time alone, or waits for the requester’s word on a forgotten check-out', () => {
    fc.assert(
      fc.property(sequences, (sequence) => {
        const model = new BookingModel()
        for (const move of sequence) model.run(move)
        for (let day = 0; day < 3; day++) {
          model.run({ move: 'wait', ms: someDays })
          model.run({ move: 'pass' })
          model.run({ move: 'payOff' })
        }
        const { state, checkedOut } = model.booking
        if (state === 'done') expect(checkedOut?.how).toBe('planned_end')
        else expect(['confirmed', 'cancelled', 'expired']).toContain(state)
        model.run({ move: 'wait', ms: limits.contactKeptDays * dayMs })
        model.run({ move: 'pass' })
        expect(model.booking).toMatchObject({ pending: [], wakesAt: null, dueAt: null })
        // what is over has forgotten the door and number
        if (state !== 'done') expect(model.booking.contact).toBeNull()
      }),
      { numRuns: 300 },
    )
  })
})
