import type { BookingState } from '#contract/booking'
import type { RefusalCode } from '#contract/shared/refusal'
import type { Booking } from '#core/booking/booking'
import { type BookingChange, decideChange } from '#core/booking/change'
import { decideBookingPassing, decideClaim, decideRelease } from '#core/booking/decide'
import { decideEndedClaim, endedClaimsOf } from '#core/booking/endedClaims'
import { atRiskTimes } from '#core/booking/wakes'
import { claimedBooking, doneBooking, inService, li, limits, openBooking, today } from '#support/bookings'
import { commandAt, no, yes } from '#support/commands'
import { dayMs, hourMs, minuteMs, mondayNine } from '#support/time'

const seven = mondayNine - 2 * hourMs
const tuesday = { from: mondayNine + dayMs, to: mondayNine + dayMs + hourMs }
const change = (booking: Booking, at: number, to: BookingChange) =>
  decideChange(booking, { ...commandAt(at, `change ${at}`, '王奶奶'), whoId: 'm_wang' }, to, limits)

describe('a change of a booking that nobody has claimed', () => {
  it('moves it and keeps it open; its lead time and its leaders’ clock begin anew', () => {
    const told = openBooking({ atRisk: 'leader', invitedIds: ['m_zhao'] })
    const next = yes(change(told, seven, { window: tuesday }))
    expect(next).toMatchObject({
      _id: told._id,
      state: 'open',
      windowFrom: tuesday.from,
      windowTo: tuesday.to,
      leadFrom: seven,
      atRisk: null,
      invitedIds: [],
      changes: 1,
      pending: [],
    })
    expect(next.events.at(-1)).toMatchObject({ event: 'moved', who: '王奶奶' })
    const { leader } = atRiskTimes(next, limits)
    expect(leader).toBe(seven + ((tuesday.from - seven) * limits.atRiskPercent) / 100)
    expect(next.wakesAt).toBe(leader)
    expect(yes(decideBookingPassing(next, commandAt(leader, 'pass'), limits) ?? { next })).toMatchObject({
      atRisk: 'leader',
    })
  })
  it('says in its history whether the time, the words or both were changed', () => {
    const words = { description: '水表也漏水', textChecked: true }
    const last = (to: BookingChange) => yes(change(openBooking(), seven, to)).events.at(-1)?.event
    expect(last({ window: tuesday })).toBe('moved')
    expect(last(words)).toBe('changed')
    expect(last({ ...words, window: tuesday })).toBe('moved_changed')
  })
  it('is possible after its hour has come, and not once its window is over', () => {
    expect(yes(change(openBooking(), mondayNine + hourMs - 1, { window: tuesday })).state).toBe('open')
    expect(no(change(openBooking(), mondayNine + hourMs, { window: tuesday }))).toBe('expired')
  })
  it('that changes nothing is success and writes nothing', () => {
    const booking = openBooking()
    const window = { from: booking.windowFrom, to: booking.windowTo }
    expect(yes(change(booking, seven, { window, description: booking.description }))).toBe(booking)
  })
  it('to a time that is past is refused, though it is already late', () => {
    const past = { from: mondayNine - 3 * hourMs, to: mondayNine + hourMs }
    expect(no(change(openBooking(), seven, { window: past }))).toBe('window_past')
  })
  it('is possible so many times and no more', () => {
    const often = openBooking({ changes: limits.changesPerBooking - 1 })
    const next = yes(change(often, seven, { window: tuesday }))
    expect(no(change(next, seven + 1, { risks: '有狗' }))).toBe('changes_spent')
    expect(yes(change(next, seven + 1, { window: tuesday }))).toBe(next)
  })
})

describe('a change of a claimed booking', () => {
  it('of its time opens it again, frees the claimer’s diary, and asks them first without counting it', () => {
    const claimed = claimedBooking()
    const next = yes(change(claimed, seven + 1, { window: tuesday }))
    expect(next).toMatchObject({ state: 'open', claimerId: null, invitedIds: ['m_li'] })
    expect(next).not.toHaveProperty('givenBackIds')
    expect(next.pending.slice(claimed.pending.length)).toMatchObject([
      { effect: 'freeDiary', memberId: 'm_li', at: seven + 1 },
      { effect: 'notice', kind: 'booking_moved', to: 'm_li', windowFrom: tuesday.from, whoId: 'm_wang' },
    ])
    expect(yes(decideClaim(next, commandAt(seven + 2, 'again'), li, today, limits)).claimerId).toBe('m_li')
  })
  it('of its words keeps the claim and tells the claimer, also when they may be on the way', () => {
    const next = yes(change(claimedBooking(), mondayNine, { risks: '有狗', textChecked: false }))
    expect(next).toMatchObject({ state: 'claimed', claimerId: 'm_li', risks: '有狗', textChecked: false })
    expect(next.pending.at(-1)).toMatchObject({ kind: 'booking_changed', to: 'm_li' })
  })
  it.each<[string, BookingChange]>([
    ['time', { window: tuesday }],
    ['place', { place: 'accompany' }],
    ['door', { contact: 'sealed otherwise' }],
  ])('of its %s is refused once the volunteer may be on the way', (_, to) => {
    const opens = mondayNine - limits.checkInOpensMinutes * minuteMs
    expect(yes(change(claimedBooking(), opens - 1, to)).changes).toBe(1)
    expect(no(change(claimedBooking(), opens, to))).toBe('change_late')
  })
})

describe('a change', () => {
  const inState: [BookingState, () => Booking, RefusalCode][] = [
    ['in_service', inService, 'conflict'],
    ['done', doneBooking, 'conflict'],
    ['confirmed', () => openBooking({ state: 'confirmed' }), 'conflict'],
    ['cancelled', () => openBooking({ state: 'cancelled' }), 'cancelled'],
    ['expired', () => openBooking({ state: 'expired' }), 'expired'],
  ]
  it.each(inState)('of what is %s is refused', (_, booking, code) => {
    expect(no(change(booking(), seven, { window: tuesday }))).toBe(code)
  })

  it('of the time does not judge who had given it back by the new window: their code is kept for the leader', () => {
    const at = mondayNine - 10 * minuteMs
    const back = yes(decideRelease(claimedBooking(), commandAt(at, 'release'), 'm_li', '有事', limits, true))
    const next = yes(change(back, at + minuteMs, { window: tuesday }))
    const [ended] = endedClaimsOf(next, 'm_li')
    expect(ended?.window).toEqual({ from: mondayNine, to: mondayNine + hourMs })
    const report = {
      step: 'checkIn',
      proof: { at: at - minuteMs, how: 'scan' },
      typed: false,
      name: '李师傅',
    } as const
    if (!ended) throw new Error('no ended claim')
    const proved = yes(decideEndedClaim(next, commandAt(at + 2 * minuteMs, 'late'), ended, report, limits))
    expect(proved).toMatchObject({ state: 'open', windowFrom: tuesday.from })
    expect(proved.events.at(-1)?.event).toBe('proved')
  })
})
