import type { BookingWait } from '#contract/booking'
import { minuteMs } from '#contract/shared/time'
import type { Booking } from '#core/booking/booking'
import { decideConfirm, decideSettle } from '#core/booking/confirm'
import { decideBookingPassing, decideCheckIn, decideCheckOut, decideClaim } from '#core/booking/decide'
import { decideRelated } from '#core/booking/related'
import { bookingDetailOf, bookingStepsFor } from '#core/booking/view'
import { bookingWaitOf } from '#core/booking/waits'
import { relationOf } from '#core/member/relation'
import {
  claimedBooking,
  doneBooking,
  inService,
  li,
  limits,
  openBooking,
  shown,
  today,
} from '#support/bookings'
import { commandAt, no, yes } from '#support/commands'
import { dayMs, hourMs, mondayNine } from '#support/time'

const ten = mondayNine + hourMs
const limitMs = limits.overrunMinutes * minuteMs
const word = { stars: 5, comment: null }
const settled = (booking: Booking, minutes: number, who = { memberId: 'm_chen' }) =>
  decideSettle(booking, commandAt(ten + dayMs, 'settle'), who, { minutes, reason: '问过王奶奶' }, limits)
const passed = (booking: Booking, days: number) =>
  decideBookingPassing(booking, commandAt((booking.checkedOut?.reportedAt ?? 0) + days * dayMs), limits)
const told = (booking: Booking) =>
  booking.pending.map((effect) => ('kind' in effect ? effect.kind : effect.effect))

describe('a service that ends after the planned end', () => {
  it.each<[string, number, BookingWait | undefined]>([
    ['at it', 0, undefined],
    ['by the limit', limitMs, undefined],
    ['by more than the limit', limitMs + 1, 'overrun'],
    ['by ten hours', 10 * hourMs, 'overrun'],
  ])('%s waits for a word or not', (_, late, wait) => {
    expect(bookingWaitOf(doneBooking(ten + late))).toBe(wait)
  })
  const long = () => doneBooking(ten + 10 * hourMs)
  it('tells the requester and the leaders, and is never credited by silence', () => {
    expect(told(long())).toEqual(expect.arrayContaining(['booking_overrun_for', 'booking_overrun']))
    expect(told(long())).not.toContain('booking_done')
    expect(passed(long(), limits.silentConfirmDays)).toBeUndefined()
    const kept = yes(passed(long(), limits.contactKeptDays))
    expect(kept).toMatchObject({ state: 'done', contact: null })
    expect(yes(passed({ ...kept, pending: [] }, limits.wordsKeptDays))).toMatchObject({
      state: 'done',
      description: '',
    })
  })
  it('is credited by the requester’s word', () => {
    const booking = yes(decideConfirm(long(), commandAt(ten + dayMs), word, limits))
    expect(booking).toMatchObject({ state: 'confirmed', minutes: 660 })
    expect(told(booking)).toContain('credit')
  })
  it('or by a leader’s, for the attended time at most', () => {
    expect(no(settled(long(), 661))).toBe('beyond_plan')
    expect(no(settled(long(), 60, { memberId: li.memberId }))).toBe('own_hours')
    expect(yes(settled(long(), 60))).toMatchObject({ state: 'confirmed', minutes: 60 })
  })
  it('keeps its state when the limit is changed later', () => {
    const wider = { ...limits, overrunMinutes: 24 * 60 }
    const later = commandAt(ten + 5 * dayMs)
    expect(decideBookingPassing(long(), later, wider)).toBeUndefined()
    expect(bookingWaitOf(long())).toBe('overrun')
  })
})

describe('a service between people of one dwelling, or of a proxy', () => {
  const related = (booking: Booking, relation: 'dwelling' | 'proxy' = 'dwelling') =>
    yes(decideRelated(booking, commandAt(booking.windowFrom), { claim: 1, related: relation }, limits))
  const claimed = () => related(claimedBooking())
  const checkedIn = (booking: Booking) =>
    yes(decideCheckIn(booking, commandAt(mondayNine), li.memberId, shown(mondayNine), limits))
  const out = (booking: Booking) =>
    yes(decideCheckOut(booking, commandAt(ten), li.memberId, shown(ten), limits))
  const served = () => out(checkedIn(claimed()))

  it.each<[string, () => Booking]>([
    ['claimed', served],
    ['checked in', () => out(related(checkedIn(claimedBooking()), 'proxy'))],
    ['checked out', () => related(out(inService()))],
  ])('is marked when they are related as it is %s, and waits for a leader', (_, booking) => {
    expect(bookingWaitOf(booking())).toBe('related')
    expect(told(booking())).toEqual(expect.arrayContaining(['booking_related', 'booking_related_for']))
    expect(passed(booking(), limits.silentConfirmDays)).toBeUndefined()
  })
  it('is asked about at the claim, the check-in and the check-out, until it is known', () => {
    const asked = ({ pending }: Booking) => pending.filter(({ effect }) => effect === 'relate').length
    const fresh = claimedBooking()
    const began = checkedIn({ ...fresh, pending: [] })
    const ended = out({ ...began, pending: [] })
    expect([asked(fresh), asked(began), asked(ended)]).toEqual([1, 1, 1])
    expect(asked(checkedIn({ ...related(fresh), pending: [] }))).toBe(0)
  })
  it('is not credited by silence before it is known whether they are related', () => {
    const ended = out(inService())
    expect(passed(ended, limits.silentConfirmDays)).toBeUndefined()
    expect(passed({ ...ended, pending: [] }, limits.silentConfirmDays)).toBeDefined()
  })
  it('is not marked by what was read of an earlier claim, or after it was credited', () => {
    const other = claimedBooking({ claims: 2 })
    expect(related(other)).toBe(other)
    const confirmed = { ...out(inService()), state: 'confirmed' as const }
    expect(related(confirmed)).toBe(confirmed)
  })
  it('keeps the requester’s stars and credits nothing by them', () => {
    const said = yes(decideConfirm({ ...served(), pending: [] }, commandAt(ten + hourMs), word, limits))
    expect(said).toMatchObject({ state: 'done', stars: 5, pending: [] })
    expect(yes(settled(said, 60))).toMatchObject({ state: 'confirmed', stars: 5, minutes: 60 })
  })
  it('is not settled by the requester, nor by whoever is related to one of them', () => {
    expect(no(settled(served(), 60, { memberId: 'm_wang' }))).toBe('own_word')
    const cousin = { memberId: 'm_chen', related: true }
    expect(no(settled(served(), 60, cousin))).toBe('related_word')
  })
  it('is marked for the claim, and not for the next one', () => {
    const again = { ...claimed(), state: 'open' as const, claimerId: null, claimerName: null }
    const next = yes(decideClaim(again, commandAt(mondayNine - hourMs, 'again'), li, today, limits))
    expect(next.related).toBeNull()
  })
  it('shows the leader why, and nobody else', () => {
    const viewer = { memberId: 'm_chen', teamIds: [], staff: true, leads: true }
    const detail = (part: 'staff' | 'requester' | 'claimer') =>
      bookingDetailOf(served(), part, viewer, ten, limits)
    expect(detail('staff')).toMatchObject({ waits: 'related', related: 'dwelling' })
    expect(bookingStepsFor(served(), 'staff', viewer, ten, limits)).toEqual(['settle'])
    for (const part of ['requester', 'claimer'] as const) {
      expect(detail(part)).toMatchObject({ waits: 'related' })
      expect(detail(part)).not.toHaveProperty('related')
    }
  })
})

describe('two members', () => {
  const home = (householdId: string, movedFrom?: string) =>
    ({ householdId, ...(movedFrom === undefined ? {} : { movedFrom: { householdId: movedFrom } }) }) as never
  it.each<[string, Parameters<typeof relationOf>, ReturnType<typeof relationOf>]>([
    ['of one dwelling', [home('h_1'), home('h_1'), false], 'dwelling'],
    ['of one dwelling before a move that waits', [home('h_1', 'h_2'), home('h_2'), false], 'dwelling'],
    ['of two dwellings', [home('h_1'), home('h_2'), false], undefined],
    ['who have closed their accounts', [home(''), home(''), false], undefined],
    ['of whom one acts for the other', [home('h_1'), home('h_2'), true], 'proxy'],
    ['of whom one is gone', [home('h_1'), undefined, false], undefined],
  ])('%s', (_, asked, relation) => expect(relationOf(...asked)).toBe(relation))
})

it('an open booking waits for nobody', () => expect(bookingWaitOf(openBooking())).toBeUndefined())
