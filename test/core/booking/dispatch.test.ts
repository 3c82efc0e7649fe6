import { decideAtRisk } from '#core/booking/atRisk'
import type { Booking } from '#core/booking/booking'
import { decideConfirm, decideSettle } from '#core/booking/confirm'
import { decideBookingPassing, decideClaim, decideRelease } from '#core/booking/decide'
import { decideDispatch, decideInvite } from '#core/booking/dispatch'
import { atRiskTimes } from '#core/booking/wakes'
import {
  claimedBooking,
  doneBooking,
  inService,
  li,
  limits,
  openBooking,
  today,
  volunteer,
  zhao,
} from '#support/bookings'
import { commandAt, no, yes } from '#support/commands'
import { dayMs, hourMs, mondayNine } from '#support/time'

const eight = mondayNine - hourMs
/** The booking is made twelve hours before its window. Half of that is over at three, three quarters at six. */
const three = mondayNine - 6 * hourMs
const six = mondayNine - 3 * hourMs
const pass = (booking: Booking, at: number) => decideBookingPassing(booking, commandAt(at, 'pass'), limits)
const leader = (at: number, word = 'send') => commandAt(at, word, '陈队长')

describe('what nobody claims', () => {
  it('is put before the leaders after half of its lead time, and before the grid after three quarters', () => {
    expect(atRiskTimes(openBooking(), limits)).toEqual({ leader: three, grid: six })
    const requested = openBooking({ wakesAt: three })
    expect(pass(requested, three - 1)).toBeUndefined()
    const first = yes(pass(requested, three))
    expect(first).toMatchObject({ state: 'open', atRisk: 'leader', wakesAt: six })
    expect(first.pending).toMatchObject([
      { effect: 'tellLeaders', teamId: 'repair', kind: 'booking_at_risk' },
    ])
    const second = yes(pass({ ...first, pending: [] }, six))
    expect(second).toMatchObject({ state: 'open', atRisk: 'grid', wakesAt: second.windowTo })
    expect(second.pending).toMatchObject([{ effect: 'tellQueue', queue: 'grid:grid1' }])
    expect(yes(pass(second, second.windowTo)).state).toBe('expired')
  })
  it('is told to both at once by a timer that comes late, and expires when it comes too late', () => {
    const requested = openBooking({ wakesAt: three })
    const late = yes(pass(requested, six + 1))
    expect(late.atRisk).toBe('grid')
    expect(late.pending.map(({ effect }) => effect)).toEqual(['tellLeaders', 'tellQueue'])
    expect(yes(pass(requested, requested.windowTo)).state).toBe('expired')
  })
  it.each([
    [50, 75, 6, 3],
    [10, 90, 10.8, 1.2],
    // The grid is never told before the leaders.
    [80, 20, 2.4, 2.4],
  ])('at %i and %i per cent', (atRiskPercent, atRiskGridPercent, hoursLeader, hoursGrid) => {
    expect(atRiskTimes(openBooking(), { ...limits, atRiskPercent, atRiskGridPercent })).toEqual({
      leader: mondayNine - hoursLeader * hourMs,
      grid: mondayNine - hoursGrid * hourMs,
    })
  })
  it('is at risk no more once it is claimed, and is told again when it is released', () => {
    const atRisk = yes(decideAtRisk(openBooking({ wakesAt: three }), commandAt(three), limits))
    const claimed = yes(decideClaim(atRisk, commandAt(six), li, today, limits))
    expect(claimed.atRisk).toBeNull()
    const back = yes(decideRelease(claimed, commandAt(eight), li.memberId, '孩子病了', limits))
    expect(back.wakesAt).toBe(three)
    expect(yes(pass(back, eight)).pending).toMatchObject([
      {},
      {},
      {},
      {},
      {},
      {},
      { effect: 'tellLeaders' },
      {},
    ])
  })
})

describe('a dispatch', () => {
  const send = (booking: Booking, who = li, command = leader(eight)) =>
    decideDispatch(booking, command, who, today, limits)

  it('claims it for the volunteer, tells them and the resident, and stands in the history under the leader’s name', () => {
    const sent = yes(send(openBooking()))
    expect(sent).toMatchObject({ state: 'claimed', claimerId: li.memberId, claims: 1 })
    expect(sent.events.at(-1)).toMatchObject({ event: 'dispatched', who: '陈队长' })
    expect(sent.pending).toMatchObject([
      { effect: 'relate' },
      { kind: 'booking_claimed', to: 'm_wang', who: '李师傅' },
      { kind: 'booking_dispatched', to: 'm_li', who: '陈队长' },
    ])
    const back = yes(decideRelease(sent, commandAt(eight, 'back'), li.memberId, '有事', limits))
    expect(back).toMatchObject({ state: 'open', givenBackIds: [li.memberId] })
  })
  it('of the leader themselves tells them nothing', () => {
    const self = { ...commandAt(eight, 'send', '李师傅'), whoId: li.memberId }
    expect(yes(send(openBooking(), li, self)).pending).toMatchObject([
      { effect: 'relate' },
      { kind: 'booking_claimed' },
    ])
  })
  it('of who has it already changes nothing', () => {
    const booking = claimedBooking()
    expect(yes(send(booking))).toBe(booking)
  })
  it.each([
    ['not in the team', openBooking(), volunteer('m_x', '外人', { teamIds: ['arts'] }), 'not_in_team'],
    ['without the licence', openBooking({ needsLicence: '电工证' }), li, 'licence_required'],
    [
      'too young',
      openBooking({ minAge: 18 }),
      volunteer('m_y', '小雨', { age: 16, guardianConsents: true }),
      'age_required',
    ],
    ['without a guardian’s word', openBooking(), volunteer('m_y', '小雨', { age: 16 }), 'guardian_needed'],
    ['whose own it is', openBooking({ requesterId: li.memberId }), li, 'own_booking'],
    ['when somebody else has it', claimedBooking(), zhao, 'already_claimed'],
  ])('keeps the rules of a claim: %s', (_, booking, who, refusal) => {
    expect(no(send(booking, who))).toBe(refusal)
  })
})

describe('an invitation', () => {
  const invite = (booking: Booking, ids: string[], at = eight) =>
    decideInvite(booking, leader(at, 'ask'), ids, limits)

  it('tells each once, however often they are asked', () => {
    const asked = yes(invite(openBooking(), ['m_li', 'm_zhao', 'm_li']))
    expect(asked.invitedIds).toEqual(['m_li', 'm_zhao'])
    expect(asked.pending).toMatchObject([
      { kind: 'booking_invited', to: 'm_li', who: '陈队长' },
      { kind: 'booking_invited', to: 'm_zhao' },
    ])
    expect(yes(invite(asked, ['m_zhao']))).toBe(asked)
  })
  it('is over once somebody has claimed it', () => {
    const asked = yes(invite(openBooking(), ['m_li']))
    expect(yes(decideClaim(asked, commandAt(eight), zhao, today, limits)).invitedIds).toEqual([])
    expect(no(invite(claimedBooking(), ['m_zhao']))).toBe('already_claimed')
    expect(no(invite(openBooking(), ['m_li'], mondayNine + hourMs))).toBe('expired')
  })
  it('takes no more than thirty', () => {
    const many = Array.from({ length: 40 }, (_, index) => `m_${index}`)
    expect(yes(invite(openBooking(), many)).invitedIds).toHaveLength(30)
  })
})

describe('a forgotten check-out', () => {
  const forgotten = (came = mondayNine) =>
    yes(pass(inService(came), mondayNine + hourMs + limits.lateReportHours * hourMs))
  const settle = (booking: Booking, minutes: number, memberId = 'm_chen') =>
    decideSettle(
      booking,
      leader(mondayNine + 5 * dayMs, 'settle'),
      { memberId },
      { minutes, reason: '问过王奶奶' },
      limits,
    )

  it('closes at the planned end, tells the leaders, and waits', () => {
    const booking = forgotten()
    expect(booking).toMatchObject({ state: 'done', minutes: 60 })
    expect(booking.pending.at(-1)).toMatchObject({
      effect: 'tellLeaders',
      kind: 'booking_forgotten',
      minutes: 60,
    })
  })
  it.each([
    [60, 60, mondayNine + hourMs],
    [25, 25, mondayNine + 25 * 60_000],
  ])('is settled for %i minutes, credited with the reason and who said so', (said, minutes, until) => {
    const settled = yes(settle({ ...forgotten(), pending: [] }, said))
    expect(settled).toMatchObject({ state: 'confirmed', minutes })
    expect(settled.events.at(-1)).toMatchObject({ event: 'settled', note: '问过王奶奶', who: '陈队长' })
    expect(settled.pending).toMatchObject([
      { effect: 'freeDiary' },
      {
        effect: 'credit',
        minutes,
        byId: 'm_chen',
        reason: '问过王奶奶',
        servedFrom: mondayNine,
        servedTo: until,
        told: { kind: 'booking_settled', to: 'm_li', minutes },
      },
      { kind: 'booking_settled_for', to: 'm_wang', minutes },
    ])
  })
  it('settled for nothing credits nothing', () => {
    const settled = yes(settle({ ...forgotten(), pending: [] }, 0))
    expect(settled.pending.map(({ effect }) => effect)).toEqual(['freeDiary', 'notice', 'notice'])
  })
  it('never becomes more than was planned, nor is it settled by who served', () => {
    expect(no(settle(forgotten(), 61))).toBe('beyond_plan')
    expect(no(settle(forgotten(mondayNine + 30 * 60_000), 31))).toBe('beyond_plan')
    expect(no(settle(forgotten(), 30, li.memberId))).toBe('own_hours')
  })
  it('is not settled by who booked it, for themselves or in the requester’s name', () => {
    const booked = forgotten()
    expect(no(settle(booked, 30, booked.requesterId))).toBe('own_word')
    const [first, ...later] = booked.events
    const forWang = {
      ...booked,
      events: [{ ...first, whoId: 'm_chen', onBehalf: true }, ...later],
    } as Booking
    expect(no(settle(forWang, 30, 'm_chen'))).toBe('own_word')
    expect(yes(settle(forWang, 30, 'm_zhao')).state).toBe('confirmed')
  })
  it('keeps what the requester has said, once, and waits for the leader all the same', () => {
    const word = { stars: 5, comment: '只来了半小时' }
    const said = yes(
      decideConfirm({ ...forgotten(), pending: [] }, commandAt(mondayNine + 4 * dayMs), word, limits),
    )
    expect(said).toMatchObject({ state: 'done', ...word, pending: [] })
    expect(no(decideConfirm(said, commandAt(mondayNine + 4 * dayMs, 'again'), word, limits))).toBe('conflict')
    const settled = yes(settle(said, 30))
    expect(settled).toMatchObject({ state: 'confirmed', minutes: 30, ...word })
    expect(settled.pending[1]).toMatchObject({ effect: 'credit', minutes: 30, byId: 'm_chen' })
  })
  it('is not settled where nothing was forgotten, nor twice', () => {
    expect(no(settle(doneBooking(), 30))).toBe('conflict')
    expect(no(settle(inService(), 30))).toBe('conflict')
    expect(no(settle({ ...yes(settle(forgotten(), 30)), pending: [] }, 30))).toBe('conflict')
  })
})
