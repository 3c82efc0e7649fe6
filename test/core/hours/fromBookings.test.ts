import fc from 'fast-check'
import { certificateFault, provenSums } from '#core/certificate/certificate'
import { firstBreak, isRecorded } from '#core/hours/ledger'
import { unionMinutes } from '#core/hours/union'
import { BookingModel, type Move, someDays } from '#support/bookingModel'
import { moves } from '#support/bookingMoves'
import { aCertificate } from '#support/hours'
import { Ledger, vouchedForTests } from '#support/ledger'

const li = 'm_li'
const howMany = 3
const which = fc.nat({ max: 50 })

/** A move of one of three bookings, or a reversal by a leader. */
type Step = { booking: number; move: Move } | { reverse: number }
/** The moves of a whole service. Without them random moves would finish too few. */
const served: Move[] = [
  { move: 'claim', who: 0 },
  { move: 'wait', ms: 11.75 * 3_600_000 },
  { move: 'checkIn', who: 0, code: 'now', typed: false, agoMs: 0 },
  { move: 'wait', ms: 40 * 60_000 },
  { move: 'checkOut', who: 0, code: 'now', typed: true, agoMs: 0 },
  { move: 'confirm' },
  { move: 'payOff' },
]
const steps: fc.Arbitrary<Step[]> = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.record({ booking: fc.nat({ max: howMany - 1 }), move: moves }) },
      {
        weight: 3,
        arbitrary: fc.record({ booking: fc.nat({ max: howMany - 1 }), upTo: fc.integer({ min: 1, max: 7 }) }),
      },
      { weight: 1, arbitrary: fc.record({ reverse: which }) },
    ),
    { maxLength: 30 },
  )
  .map((drawn) =>
    drawn.flatMap((each): Step[] =>
      'upTo' in each ? served.slice(0, each.upTo).map((move) => ({ booking: each.booking, move })) : [each],
    ),
  )

test('entries, statement and certificate agree after any order of check-in, check-out, confirmation, reversal, repeats and crashes', () => {
  const seen = { confirmed: 0, reversed: 0 }
  fc.assert(
    fc.property(steps, (sequence) => {
      const ledger = new Ledger()
      // An effect that a crash has cut off is done later, or twice. The ledger gets it each time.
      const models = Array.from(
        { length: howMany },
        (_, index) =>
          new BookingModel({ _id: `b_${index}` }, (effect) => {
            if (effect.effect === 'credit' && effect.memberId === li) ledger.credit(effect)
          }),
      )
      sequence.forEach((step, at) => {
        if ('reverse' in step) ledger.reverse(step.reverse, at)
        else models[step.booking]?.run(step.move)
      })
      // The timer does the effects that are still owed.
      for (const model of models)
        for (let round = 0; round < 2; round++) {
          model.run({ move: 'wait', ms: someDays })
          model.run({ move: 'pass' })
          model.run({ move: 'payOff' })
        }

      const { lines } = ledger
      const tail = lines.at(-1)
      const sum = lines.reduce((total, { minutes }) => total + minutes, 0)
      const statement = tail?.totals.recordedMinutes ?? 0
      expect(firstBreak(lines)).toBeUndefined()
      expect(statement).toBe(sum)
      const proven = provenSums(lines, {}, String)
      expect([proven.minutes, proven.honourMinutes]).toEqual([sum, 0])
      if (tail)
        expect(
          certificateFault(
            aCertificate({ seq: tail.seq, hash: tail.hash, ...proven }),
            lines,
            vouchedForTests,
          ),
        ).toBeUndefined()

      // Each confirmed service of the volunteer is one line, unless it was reversed. There are no other lines.
      const confirmed = models.flatMap(({ booking }) =>
        booking.state === 'confirmed' && booking.claimerId === li ? [booking] : [],
      )
      const earned = confirmed.filter((booking) => (booking.minutes ?? 0) > 0)
      const recorded = lines.filter((line) => line.kind === 'recorded')
      expect(recorded.map(({ source }) => source).sort()).toEqual(
        earned.map(({ _id }) => `booking:${_id}`).sort(),
      )
      const back = new Set(lines.flatMap(({ reverses }) => reverses ?? []))
      const left = recorded.filter(({ _id }) => !back.has(_id))
      expect(sum).toBe(unionMinutes(left.map(({ servedFrom: from, servedTo: to }) => ({ from, to }))))
      expect(lines.every(isRecorded)).toBe(true)
      seen.confirmed += earned.length
      seen.reversed += back.size
    }),
    { numRuns: 400 },
  )
  // The test means something only if the sequences credit and reverse.
  expect(seen.confirmed).toBeGreaterThan(100)
  expect(seen.reversed).toBeGreaterThan(2)
})
