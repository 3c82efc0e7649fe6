import fc from 'fast-check'
import type { Move } from './bookingModel'
import { dayMs, hourMs, minuteMs } from './time'

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

/** Codes that are made up, and what people do between them. */
export const guesses: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      move: fc.constantFrom('checkIn' as const, 'checkIn' as const, 'checkIn' as const, 'checkOut' as const),
      who,
      code: fc.constantFrom('made_up' as const, 'made_up' as const, 'made_up' as const, 'now' as const),
      typed: fc.constant(true),
      agoMs: fc.constant(0),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      move: fc.constantFrom('claim' as const, 'claim' as const, 'dispatch' as const, 'release' as const),
      who,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      move: fc.constantFrom('noShow' as const),
      who: fc.constant('requester' as const),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ move: fc.constantFrom('wait' as const), ms: fc.nat({ max: 6 * minuteMs }) }),
  },
)

/** Anything that people or time may do to a booking, in any order. */
export const moves: fc.Arbitrary<Move> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ move: fc.constantFrom('claim' as const), who }) },
  { weight: 1, arbitrary: fc.record({ move: fc.constantFrom('release' as const), who }) },
  { weight: 1, arbitrary: fc.record({ move: fc.constantFrom('dispatch' as const, 'invite' as const), who }) },
  {
    weight: 1,
    arbitrary: fc.record({ move: fc.constantFrom('settle' as const), minutes: fc.nat({ max: 90 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      move: fc.constantFrom('noShow' as const),
      who: fc.oneof(fc.constant('requester' as const), who),
    }),
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
