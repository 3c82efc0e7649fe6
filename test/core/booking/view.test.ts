import type { BookingPart, BookingState, BookingStep } from '#contract/booking'
import type { Booking } from '#core/booking/booking'
import { decideConfirm } from '#core/booking/confirm'
import { decideBookingPassing, decideCancel } from '#core/booking/decide'
import {
  type BookingViewer,
  bookingDetailOf,
  bookingPartOf,
  bookingStepsFor,
  mayOpenContact,
} from '#core/booking/view'
import { claimedBooking, doneBooking, inService, limits, openBooking } from '#support/bookings'
import { commandAt, yes } from '#support/commands'
import { dayMs, hourMs, mondayNine } from '#support/time'

const ten = mondayNine + hourMs
const now = mondayNine - 2 * hourMs
const viewer = (memberId: string, more: Partial<BookingViewer> = {}): BookingViewer => ({
  memberId,
  teamIds: [],
  staff: false,
  ...more,
})
const requester = viewer('m_wang')
const claimer = viewer('m_li', { teamIds: ['repair'] })
const teammate = viewer('m_zhao', { teamIds: ['repair'] })
const worker = viewer('m_worker', { staff: true })
const inState: Record<BookingState, Booking> = {
  open: openBooking(),
  claimed: claimedBooking(),
  in_service: inService(),
  done: doneBooking(),
  confirmed: yes(decideConfirm(doneBooking(), commandAt(ten), { stars: 5, comment: null }, limits)),
  cancelled: yes(decideCancel(claimedBooking(), commandAt(now), '修好了', limits)),
  expired: yes(decideBookingPassing(claimedBooking(), commandAt(ten + 3 * dayMs), limits)),
}

describe('the part of a viewer in a booking', () => {
  it.each<[string, BookingViewer, BookingPart | undefined]>([
    ['requester', requester, 'requester'],
    ['requester who works there', { ...requester, staff: true }, 'requester'],
    ['claimer', claimer, 'claimer'],
    ['claimer who has left the team', viewer('m_li'), 'claimer'],
    ['leader', { ...teammate, staff: true }, 'staff'],
    ['teammate', teammate, 'team'],
    ['volunteer of another team', viewer('m_zhao', { teamIds: ['women'] }), undefined],
    ['stranger', viewer('m_zhao'), undefined],
  ])('%s', (_, who, part) => expect(bookingPartOf(inState.claimed, who)).toBe(part))
})

describe('the steps of a viewer', () => {
  it.each<[BookingState, BookingStep[], BookingStep[], BookingStep[]]>([
    ['open', ['change', 'cancel'], ['claim'], []],
    ['claimed', ['showCode', 'change', 'cancel'], [], ['checkIn', 'release']],
    ['in_service', ['showCode'], [], ['checkOut']],
    ['done', ['confirm'], [], []],
    ['confirmed', [], [], []],
    ['cancelled', [], [], []],
    ['expired', [], [], []],
  ])(
    'when it is %s: the requester %j, the team %j, the claimer %j',
    (state, forRequester, forTeam, forClaimer) => {
      const booking = inState[state]
      expect(bookingStepsFor(booking, 'requester', requester, now, limits)).toEqual(forRequester)
      expect(bookingStepsFor(booking, 'team', teammate, now, limits)).toEqual(forTeam)
      if (booking.claimerId)
        expect(bookingStepsFor(booking, 'claimer', claimer, now, limits)).toEqual(forClaimer)
      expect(bookingStepsFor(booking, 'staff', worker, now, limits)).toEqual([])
      expect(bookingStepsFor(booking, 'staff', { ...teammate, staff: true }, now, limits)).toEqual(forTeam)
    },
  )
  it('do not include a claim when the window has ended', () => {
    expect(bookingStepsFor(inState.open, 'team', teammate, ten - 1, limits)).toEqual(['claim'])
    expect(bookingStepsFor(inState.open, 'team', teammate, ten, limits)).toEqual([])
  })
})

describe('the door and phone', () => {
  it.each<[BookingState, boolean]>([
    ['claimed', true],
    ['in_service', true],
    ['done', false],
    ['confirmed', false],
    ['cancelled', false],
    ['expired', false],
  ])('of a booking that is %s are the claimer’s to see: %p', (state, opens) => {
    expect(mayOpenContact(inState[state], 'claimer')).toBe(opens)
    expect(mayOpenContact(inState[state], 'team')).toBe(false)
    expect(mayOpenContact(inState[state], 'requester')).toBe(false)
    expect(mayOpenContact(inState[state], 'staff')).toBe(true)
  })
})

describe('what the team sees', () => {
  const secrets = ['王奶奶', '李师傅', 'm_wang', 'sealed', '孙女']
  it.each(Object.keys(inState) as BookingState[])('of a booking that is %s names nobody', (state) => {
    const booking = { ...inState[state], forName: '孙女' }
    const shown = JSON.stringify(bookingDetailOf(booking, 'team', teammate, now, limits))
    for (const secret of secrets) expect(shown).not.toContain(secret)
    expect(bookingDetailOf(booking, 'team', teammate, now, limits).timeline).toEqual([])
  })
  it('is no description that has not passed the text check; requester, claimer and staff see it', () => {
    const unchecked = openBooking({ textChecked: false })
    expect(bookingDetailOf(unchecked, 'team', teammate, now, limits).description).toBeUndefined()
    expect(bookingDetailOf(unchecked, 'requester', requester, now, limits).description).toBe('厨房水龙头漏水')
    expect(bookingDetailOf(unchecked, 'staff', worker, now, limits).description).toBe('厨房水龙头漏水')
    expect(bookingDetailOf(openBooking(), 'team', teammate, now, limits).description).toBe('厨房水龙头漏水')
  })
})

describe('what requester, claimer and staff see', () => {
  it('is the whole timeline, without commands and fingerprints', () => {
    const detail = bookingDetailOf(inState.confirmed, 'requester', requester, ten, limits)
    expect(detail.timeline.map(({ event }) => event)).toEqual([
      'requested',
      'claimed',
      'checked_in',
      'checked_out',
      'confirmed',
    ])
    expect(detail).toMatchObject({ minutes: 60, stars: 5, claimer: { memberId: 'm_li', name: '李师傅' } })
    expect(JSON.stringify(detail)).not.toMatch(/fingerprint|command|sealed/)
  })
  it('is when silence will confirm it, only while it waits for the requester', () => {
    expect(bookingDetailOf(inState.done, 'claimer', claimer, ten, limits).confirmsItselfAt).toBe(
      ten + 3 * dayMs,
    )
    for (const state of ['open', 'claimed', 'in_service', 'confirmed', 'cancelled'] as const)
      expect(bookingDetailOf(inState[state], 'requester', requester, ten, limits)).not.toHaveProperty(
        'confirmsItselfAt',
      )
    const forgotten = yes(decideBookingPassing(inService(), commandAt(ten + 3 * dayMs), limits))
    expect(bookingDetailOf(forgotten, 'requester', requester, ten, limits)).not.toHaveProperty(
      'confirmsItselfAt',
    )
  })
  it('is when check-in opens', () => {
    expect(bookingDetailOf(inState.claimed, 'claimer', claimer, now, limits).checkInOpensAt).toBe(
      mondayNine - hourMs / 2,
    )
  })
})
