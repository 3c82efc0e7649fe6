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
  'ended_claim' as const,
)
const which = fc.nat({ max: 100 })
/** Mostly the same volunteer. */
const first = fc.constantFrom(0 as const, 0 as const, 1 as const)

const change: fc.Arbitrary<Move> = fc.record({
  move: fc.constantFrom('change' as const),
  inMs: fc.option(fc.integer({ min: -hourMs, max: 2 * dayMs }), { nil: undefined }),
  words: fc.option(fc.constantFrom('厨房水龙头漏水', '水表也漏水'), { nil: undefined }),
})

/** Codes that are made up, and what people do between them. */
export const guesses: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      move: fc.constantFrom('checkIn' as const, 'checkIn' as const, 'checkIn' as const, 'checkOut' as const),
      who: first,
      code: fc.oneof({ weight: 6, arbitrary: fc.constant('made_up' as const) }, fc.constant('now' as const)),
      typed: fc.constant(true),
      agoMs: fc.constant(0),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      move: fc.constantFrom('claim' as const, 'claim' as const, 'dispatch' as const, 'release' as const),
      who: first,
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

/** Claims that end, and reports of their volunteers that arrive afterwards. */
export const lateReports: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      move: fc.constantFrom('checkIn' as const, 'checkIn' as const, 'checkOut' as const),
      who: first,
      code: fc.constantFrom(
        'now' as const,
        'ended_claim' as const,
        'ended_claim' as const,
        'made_up' as const,
      ),
      typed: fc.boolean(),
      agoMs: fc.nat({ max: 20 * minuteMs }),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      move: fc.constantFrom('claim' as const, 'claim' as const, 'dispatch' as const, 'release' as const),
      who: first,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      move: fc.constantFrom('cancel' as const, 'pass' as const, 'payOff' as const),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      move: fc.constantFrom('checkOut' as const),
      who: first,
      code: fc.constantFrom('now' as const),
      typed: fc.boolean(),
      agoMs: fc.constant(0),
    }),
  },
  { weight: 4, arbitrary: fc.record({ move: fc.constantFrom('confirm' as const) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      move: fc.constantFrom('wait' as const),
      ms: fc.oneof(fc.nat({ max: 10 * minuteMs }), fc.nat({ max: 3 * hourMs })),
    }),
  },
)

/** Anything that people or time may do to a booking, in any order. */
export const moves: fc.Arbitrary<Move> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ move: fc.constantFrom('claim' as const), who }) },
  { weight: 1, arbitrary: fc.record({ move: fc.constantFrom('release' as const), who }) },
  { weight: 2, arbitrary: change },
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
