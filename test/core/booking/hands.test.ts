import fc from 'fast-check'
import { newBooking, plannedBookings } from '#core/booking/book'
import type { Booking } from '#core/booking/booking'
import { decideChange } from '#core/booking/change'
import { decideConfirm } from '#core/booking/confirm'
import { decideBookingPassing, decideCancel, decideClaim } from '#core/booking/decide'
import { groupCardOf, stepsOfBoth } from '#core/booking/together/cards'
import { bothHands, otherFollows, secondHandId } from '#core/booking/together/hands'
import type { Effect } from '#core/change/effect'
import { claimedBooking, doneBooking, li, limits, openBooking, today, zhao } from '#support/bookings'
import { commandAt, yes } from '#support/commands'
import { hourMs, mondayNine } from '#support/time'

const early = commandAt(mondayNine - hourMs, 'tap')
const first = { number: 1, otherId: 'b_1-b' } as const
const second = { number: 2, otherId: 'b_1' } as const
const owed = (booking: Booking, effect: Effect['effect']) =>
  booking.pending.filter((one) => one.effect === effect)

describe('a booking that wants two volunteers', () => {
  it('is two bookings that name each other; only the first asks for licence and experience', () => {
    const window = { from: mondayNine, to: mondayNine + hourMs }
    const kind = { kind: 'mains', title: '电路', needsLicence: '电工证', experienced: true }
    const asked = openBooking()
    const made = plannedBookings('b_1', [window], 2).map(({ id, ...place }) =>
      newBooking(
        {
          ...asked,
          ...place,
          _id: id,
          contact: 'sealed',
          kind,
          service: { service: 'repair', title: '维修', teamId: 'repair' },
          fileIds: [],
        },
        early,
      ),
    )
    expect(made.map(({ _id, hand }) => [_id, hand])).toEqual([
      ['b_1', { number: 1, otherId: secondHandId('b_1') }],
      ['b_1-b', { number: 2, otherId: 'b_1' }],
    ])
    expect(made.map(({ needsLicence, experienced }) => [needsLicence, experienced])).toEqual([
      ['电工证', true],
      [null, undefined],
    ])
    // an electrician is eighteen, and so is who stands beside
    expect(made.map(({ minAge, behind }) => [minAge, behind])).toEqual([
      [18, undefined],
      [18, true],
    ])
  })

  it('owes the other place what the requester decides, and nothing for what follows from there', () => {
    const cancelled = yes(decideCancel(claimedBooking({ hand: first }), early, '好了', limits))
    expect(owed(cancelled, 'otherHand')).toMatchObject([
      { what: 'cancelled', fromId: 'b_1', otherId: 'b_1-b' },
    ])
    const follows = { ...early, key: `b_1:${cancelled.rev}:other` }
    expect(owed(cancelled, 'otherHand')).toMatchObject([{ cause: follows.key }])
    const after = yes(decideCancel(openBooking({ _id: 'b_1-b', hand: second }), follows, '好了', limits))
    expect(owed(after, 'otherHand')).toEqual([])
    expect(otherFollows(openBooking(), 'changed', early)).toEqual([])
    const confirmed = yes(
      decideConfirm(
        doneBooking(undefined, { hand: first }),
        commandAt(mondayNine + 3 * hourMs),
        { stars: 5, comment: null },
        limits,
      ),
    )
    expect(owed(confirmed, 'otherHand')).toMatchObject([{ what: 'confirmed' }])
    // silence speaks for one place
    const silent: Booking = { ...doneBooking(undefined, { hand: first }), pending: [] }
    const passed = yes(decideBookingPassing(silent, commandAt(silent.wakesAt ?? 0), limits))
    expect([passed.state, owed(passed, 'otherHand')]).toEqual(['confirmed', []])
  })

  it('stays where it is while either volunteer may be on the way', () => {
    const window = { from: mondayNine + 5 * hourMs, to: mondayNine + 6 * hourMs }
    const change = (otherOnTheWay: boolean) =>
      decideChange(openBooking({ hand: first }), early, { window }, limits, otherOnTheWay)
    expect(change(true)).toEqual({ refusal: 'change_late' })
    expect(yes(change(false)).windowFrom).toBe(window.from)
  })

  it('tells the leaders and the requester once of what happens to both places', () => {
    const late = commandAt(mondayNine + 3 * hourMs)
    const told = [first, second].map((hand, index) => {
      const _id = index === 0 ? 'b_1' : 'b_1-b'
      const place = openBooking({ _id, hand, atRisk: 'grid', wakesAt: mondayNine })
      return yes(decideBookingPassing(place, late, limits)).pending
    })
    const ids = told.flat().flatMap((effect) => (effect.effect === 'notice' ? [effect.noticeId] : []))
    expect(ids).toHaveLength(2)
    expect(new Set(ids).size).toBe(1)
    expect(bothHands({ _id: 'b_1-b', hand: second })).toEqual(['b_1', 'b_1-b'])
  })

  it('shows as one card the place that asks most of the resident, and how many are claimed', () => {
    const states = fc.constantFrom<Booking['state']>(
      'open',
      'claimed',
      'in_service',
      'done',
      'confirmed',
      'expired',
    )
    fc.assert(
      fc.property(states, states, (one, other) => {
        const place = (state: Booking['state'], more: Partial<Booking>): Booking => ({
          ...openBooking(more),
          state,
          claimerId: state === 'open' ? null : 'm_li',
        })
        const group = [place(one, { hand: first }), place(other, { _id: 'b_1-b', hand: second })] as const
        const { state, hands } = groupCardOf(group, 'requester', mondayNine - hourMs)
        expect([one, other]).toContain(state)
        for (const asks of ['in_service', 'done'] as const)
          if (state !== 'in_service' && [one, other].includes(asks)) expect(state).toBe(asks)
        const gone = [one, other].filter((each) => each === 'open' || each === 'expired').length
        expect(hands?.claimed).toBe(2 - gone)
      }),
    )
    const otherHand = { bookingId: 'b_1-b', state: 'claimed', steps: ['showCode', 'cancel'] } as const
    expect(stepsOfBoth(['cancel'], { ...otherHand, steps: [...otherHand.steps] })).toEqual([
      'showCode',
      'cancel',
    ])
    expect(stepsOfBoth(['cancel'], undefined)).toEqual(['cancel'])
  })

  it('is claimed by the rule of any booking, each place once', () => {
    const claimed = yes(decideClaim(openBooking({ hand: first }), early, li, today, limits))
    expect(decideClaim(claimed, early, zhao, today, limits)).toEqual({ refusal: 'already_claimed' })
  })
})
