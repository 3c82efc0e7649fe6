import fc from 'fast-check'
import { bookingWaitOf } from '#core/booking/waits'
import { BookingModel, type Move, someDays } from '#support/bookingModel'
import { guesses, lateReports, moves } from '#support/bookingMoves'
import { limits } from '#support/bookings'
import { dayMs, hourMs, mondayNine } from '#support/time'

const cancelled = fc.constant<Move>({ move: 'cancel' })
/** Two of three begin when somebody has claimed it and its hour has come, or few would reach its end. */
const begun: Move[] = [
  { move: 'claim', who: 0 },
  { move: 'wait', ms: 12 * hourMs },
  { move: 'checkIn', who: 0, code: 'now', typed: false, agoMs: 0 },
]
const sequences = fc
  .tuple(
    fc.constantFrom([], begun.slice(0, 2), begun),
    fc.array(moves, { maxLength: 50, size: 'max' }),
    fc.constantFrom(false, false, true),
    cancelled,
  )
  .map(([first, sequence, cancels, cancel]) => [...first, ...sequence, ...(cancels ? [cancel] : [])])

describe('a booking', () => {
  it('keeps its invariants under any sequence of commands, repeats, time and late effects', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(sequences, (sequence) => {
        const model = new BookingModel()
        for (const move of sequence) model.run(move)
        seen.add(model.booking.state)
      }),
      { numRuns: 1000 },
    )
    // The test means something only if the sequences reach every state.
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

  it('goes on where a check-in from before the end of its claim arrives after it, and nowhere else', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(fc.array(lateReports, { maxLength: 30, size: 'max' }), (sequence) => {
        const model = new BookingModel()
        model.run({ move: 'wait', ms: mondayNine - model.now })
        for (const move of sequence) {
          model.run(move)
          const { resumed, state, events } = model.booking
          if (resumed) seen.add(`resumed ${state}`)
          if (events.at(-1)?.event === 'proved') seen.add('proved')
        }
      }),
      { numRuns: 500 },
    )
    expect([...seen]).toEqual(
      expect.arrayContaining(['resumed in_service', 'resumed done', 'resumed confirmed', 'proved']),
    )
  })

  it('lets nobody type more wrong codes within a pause than start it, whatever they do between', () => {
    let overClaims = 0
    fc.assert(
      fc.property(fc.array(guesses, { maxLength: 60, size: 'max' }), (sequence) => {
        const model = new BookingModel({ windowTo: mondayNine + 11 * hourMs })
        model.run({ move: 'wait', ms: mondayNine + hourMs / 2 - model.now })
        for (const move of sequence) model.run(move)
        const full = [...model.misses.values()].some((times) => times.length === limits.codeTries)
        if (full && model.booking.claims > 2) overClaims += 1
      }),
      { numRuns: 500 },
    )
    expect(overClaims).toBeGreaterThan(0)
  })

  it('ends by time alone, or waits for a word on what silence does not credit', () => {
    fc.assert(
      fc.property(sequences, (sequence) => {
        const model = new BookingModel()
        for (const move of sequence) model.run(move)
        for (let day = 0; day < 3; day++) {
          model.run({ move: 'wait', ms: someDays })
          model.run({ move: 'pass' })
          model.run({ move: 'payOff' })
        }
        const { state } = model.booking
        if (state === 'done')
          expect(['forgotten', 'overrun', 'resumed']).toContain(bookingWaitOf(model.booking))
        else expect(['confirmed', 'cancelled', 'expired']).toContain(state)
        model.run({ move: 'wait', ms: limits.contactKeptDays * dayMs })
        model.run({ move: 'pass' })
        // The door and number are removed even while it waits for a word.
        expect(model.booking.contact).toBeNull()
        model.run({ move: 'wait', ms: limits.wordsKeptDays * dayMs })
        model.run({ move: 'pass' })
        expect(model.booking).toMatchObject({ pending: [], wakesAt: null, dueAt: null })
        expect(model.booking.description).toBe('')
      }),
      { numRuns: 300 },
    )
  })
})
