import fc from 'fast-check'
import type { BookingState } from '#contract/booking'
import type { Instant } from '#contract/shared/scalars'
import { dayOf } from '#contract/shared/wallClock'
import {
  type BookingRoom,
  bookingSettlesMs,
  isOpenAt,
  withBooked,
  withoutBooked,
  withoutEnded,
} from '#core/booking/room'
import { dayMs, hourMs, mondayNine } from '#support/time'

const today = dayOf(mondayNine)
const none: BookingRoom = {
  _id: 'm_wang',
  communityId: 'tubengkan',
  rev: 0,
  booked: [],
  today: { day: today, count: 0 },
}
const room = { open: 3, perDay: 5, series: 1 }
const book = (stored: BookingRoom, bookingId: string, at: Instant = mondayNine) =>
  withBooked(stored, { bookingId, at }, dayOf(at), room)
const holding = (...ids: string[]): BookingRoom => ({
  ...none,
  booked: ids.map((bookingId) => ({ bookingId, at: mondayNine })),
  today: { day: today, count: ids.length },
})

describe('room for a booking', () => {
  it('is there until so many are open, and again when one has ended', () => {
    const full = holding('b_1', 'b_2', 'b_3')
    expect(book(full, 'b_4')).toEqual({ full: 'bookings_full' })
    const found = (['open', 'cancelled', 'claimed'] as const).map((state, index) => ({
      _id: `b_${index + 1}`,
      state,
      windowTo: mondayNine + hourMs,
    }))
    const left = withoutEnded(full, found, mondayNine)
    expect(left.booked.map(({ bookingId }) => bookingId)).toEqual(['b_1', 'b_3'])
    expect(book(left, 'b_4')).toHaveProperty('next')
  })
  it('counts the same booking once, however often its command comes', () => {
    const once = holding('b_1', 'b_2', 'b_3')
    expect(book(once, 'b_3')).toEqual({ next: { ...once, rev: 1 } })
  })
  it('ends for the day after so many, also where each was cancelled at once, and is there the next day', () => {
    const spent: BookingRoom = { ...none, today: { day: today, count: 5 } }
    expect(book(spent, 'b_6')).toEqual({ full: 'bookings_spent' })
    expect(book(spent, 'b_6', mondayNine + dayMs)).toMatchObject({ next: { today: { count: 1 } } })
  })
  it('comes back when a booking was refused after all', () => {
    const taken = book(none, 'b_1')
    if (!('next' in taken)) throw new Error('no room')
    expect(withoutBooked(taken.next, 'b_1')).toMatchObject({ booked: [], today: { count: 0 } })
    expect(withoutBooked(none, 'b_1')).toBe(none)
  })
  it('is not taken for ever by a booking that a crash kept from being written', () => {
    const left = holding('b_lost')
    expect(withoutEnded(left, [], mondayNine + bookingSettlesMs - 1)).toBe(left)
    expect(withoutEnded(left, [], mondayNine + bookingSettlesMs).booked).toEqual([])
  })
  it.each<[BookingState, number, boolean]>([
    ['open', 1, true],
    ['open', 0, false],
    ['claimed', -1, true],
    ['in_service', -1, true],
    ['done', 1, false],
    ['confirmed', 1, false],
    ['cancelled', 1, false],
    ['expired', 1, false],
  ])('a booking that is %s, its window ending in %i ms, is open: %p', (state, inMs, open) => {
    expect(isOpenAt({ state, windowTo: mondayNine + inMs }, mondayNine)).toBe(open)
  })
})

type Move =
  | { move: 'book' | 'crash' | 'bookTwiceAtOnce' }
  | { move: 'end' | 'claim' | 'release'; which: number }
  | { move: 'wait'; ms: number }
const which = fc.nat({ max: 20 })
const moves = fc.array(
  fc.oneof(
    fc.constantFrom<Move>({ move: 'book' }, { move: 'crash' }, { move: 'bookTwiceAtOnce' }),
    fc.record({ move: fc.constantFrom('end' as const, 'claim' as const, 'release' as const), which }),
    fc.record({
      move: fc.constant('wait' as const),
      ms: fc.constantFrom(1, bookingSettlesMs, hourMs, dayMs),
    }),
  ),
  { maxLength: 60, size: 'max' },
)

/** The document and the bookings, as the cloud keeps them. */
class Stage {
  stored = none
  now = mondayNine
  readonly bookings: { _id: string; state: BookingState; windowTo: Instant }[] = []
  private made = 0

  get open(): number {
    return this.bookings.filter((booking) => isOpenAt(booking, this.now)).length
  }
  /** What a caller decides on the document as they have read it; undefined where there is no room. */
  decide(bookingId: string): BookingRoom | undefined {
    const first = book(this.stored, bookingId, this.now)
    if ('next' in first) return first.next
    const second = book(withoutEnded(this.stored, this.bookings, this.now), bookingId, this.now)
    return 'next' in second ? second.next : undefined
  }
  newId = (): string => `b_${++this.made}`
  write(_id: string): void {
    this.bookings.push({ _id, state: 'open', windowTo: this.now + 2 * hourMs })
  }
  run(move: Move): void {
    if (move.move === 'wait') this.now += move.ms
    else if (move.move === 'book' || move.move === 'crash') {
      const id = this.newId()
      const next = this.decide(id)
      this.stored = next ?? this.stored
      if (next && move.move === 'book') this.write(id)
    } else if (move.move === 'bookTwiceAtOnce') {
      const ids = [this.newId(), this.newId()] as const
      const [one, other] = [this.decide(ids[0]), this.decide(ids[1])]
      // both have read the same document: the second write finds another rev, and decides again
      if (one) {
        this.stored = one
        this.write(ids[0])
      }
      const again = one ? this.decide(ids[1]) : other
      if (again) {
        this.stored = again
        this.write(ids[1])
      }
    } else if ('which' in move) {
      const booking = this.bookings[move.which % (this.bookings.length || 1)]
      if (booking && move.move === 'end') booking.state = 'cancelled'
      // a window that is over is claimed by nobody
      if (booking?.state === 'open' && isOpenAt(booking, this.now) && move.move === 'claim')
        booking.state = 'claimed'
      else if (booking?.state === 'claimed' && move.move === 'release') booking.state = 'open'
    }
  }
}

it('in any order of booking, ending, claiming, crashes and time nobody is above the limit, and nobody stays stuck at it', () => {
  let refused = 0
  fc.assert(
    fc.property(moves, (sequence) => {
      const stage = new Stage()
      for (const move of sequence) {
        stage.run(move)
        expect(stage.open).toBeLessThanOrEqual(room.open)
        if (stage.stored.booked.length >= room.open) refused += 1
      }
      for (const booking of stage.bookings) booking.state = 'cancelled'
      stage.now += dayMs
      for (let count = 0; count < room.open; count++) {
        const id = stage.newId()
        stage.stored = stage.decide(id) ?? stage.stored
        stage.write(id)
        expect(stage.stored.booked.map(({ bookingId }) => bookingId)).toContain(id)
      }
      expect(stage.decide(stage.newId())).toBeUndefined()
    }),
    { numRuns: 500 },
  )
  expect(refused).toBeGreaterThan(100)
})
