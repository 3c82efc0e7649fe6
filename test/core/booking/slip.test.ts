import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { countedEnd, proveAttendance, serviceMinutes } from '#core/attendance/attendance'
import type { Booking } from '#core/booking/booking'
import { decideBookingPassing, decideCheckIn, decideCheckOut, decideRelease } from '#core/booking/decide'
import { decideSlip, isSlipCode, type SlipStep, slipCode, slipName, stepsOnSlip } from '#core/booking/slip'
import { claimedBooking, doneBooking, inService, li, limits, openBooking } from '#support/bookings'
import { commandAt, no, yes } from '#support/commands'
import { hourMs, minuteMs, mondayNine } from '#support/time'

const eight = mondayNine - hourMs
const print = (booking: Booking, at = eight) => decideSlip(booking, commandAt(at, 'print', '小刘'))

/** Derives the codes as the deployment does, with a key of the test. */
const codeOn = (booking: Booking, step: SlipStep): string | undefined => {
  const name = slipName(booking, step)
  return name && slipCode(createHmac('sha256', 'key').update(name).digest())
}
function report(booking: Booking, step: SlipStep, code: string | undefined, now: number, at?: number) {
  const context = { secret: Buffer.from('secret'), stepSeconds: 60, now, at, slip: codeOn(booking, step) }
  const typed = { proof: proveAttendance(code ?? '', context), typed: true }
  const decide = step === 'checkIn' ? decideCheckIn : decideCheckOut
  return decide(booking, commandAt(now, step), li.memberId, typed, limits)
}

describe('a slip', () => {
  it('is on record with who printed it', () => {
    const printed = yes(print(claimedBooking()))
    expect(printed.events.at(-1)).toMatchObject({ event: 'slip_printed', who: '小刘', at: eight })
    expect(printed.wakesAt).toBe(claimedBooking().wakesAt)
  })
  it('carries no code before somebody has claimed, and no check-in once they have come', () => {
    expect(stepsOnSlip(openBooking())).toEqual([])
    expect(stepsOnSlip(claimedBooking())).toEqual(['checkIn', 'checkOut'])
    expect(stepsOnSlip(inService())).toEqual(['checkOut'])
  })
  it.each([
    ['done', 'slip_over'],
    ['confirmed', 'slip_over'],
    ['cancelled', 'cancelled'],
    ['expired', 'expired'],
  ] as const)('of a booking that is %s is not printed', (state, refusal) => {
    expect(no(print({ ...doneBooking(), state }))).toBe(refusal)
  })
  it('lets the volunteer come and go, once each, and says how it was proved', () => {
    const printed = yes(print(claimedBooking()))
    const [comes, goes] = [codeOn(printed, 'checkIn'), codeOn(printed, 'checkOut')]
    const there = yes(report(printed, 'checkIn', comes, mondayNine))
    expect(there).toMatchObject({ state: 'in_service', checkedIn: { how: 'slip', at: mondayNine } })
    expect(no(report(there, 'checkIn', comes, mondayNine))).toBe('conflict')
    const left = yes(report(there, 'checkOut', goes, mondayNine + 40 * minuteMs))
    expect(left).toMatchObject({ state: 'done', minutes: 40, checkedOut: { how: 'slip' } })
    expect(no(report(left, 'checkOut', goes, mondayNine + hourMs))).toBe('conflict')
  })
  it('has one code for coming and another for going', () => {
    const printed = yes(print(claimedBooking()))
    expect(report(printed, 'checkIn', codeOn(printed, 'checkOut'), mondayNine)).toMatchObject({
      refusal: 'code_wrong',
      next: { wrongCodes: { m_li: { count: 1 } } },
    })
  })
  it('voids the slip before it', () => {
    const first = yes(print(claimedBooking()))
    const second = yes(print(first, eight + minuteMs))
    for (const step of ['checkIn', 'checkOut'] as const)
      expect(codeOn(second, step)).not.toBe(codeOn(first, step))
    expect(report(second, 'checkIn', codeOn(first, 'checkIn'), mondayNine)).toMatchObject({
      refusal: 'code_wrong',
    })
  })
  it('is of no use to the next volunteer', () => {
    const printed = yes(print(claimedBooking()))
    const back = yes(decideRelease(printed, commandAt(eight, 'release'), li.memberId, '病了', limits))
    const again: Booking = {
      ...claimedBooking(),
      claims: back.claims + 1,
      ...(back.slip && { slip: back.slip }),
    }
    expect(codeOn(again, 'checkIn')).toBeUndefined()
    expect(report(again, 'checkIn', codeOn(printed, 'checkIn'), mondayNine)).toMatchObject({
      refusal: 'code_wrong',
    })
  })
  it('can be guessed no more often than any typed code', () => {
    let booking = yes(print(claimedBooking()))
    for (let guess = 0; guess < limits.codeTries; guess++)
      booking = (report(booking, 'checkIn', `0000000${guess}`, mondayNine) as { next: Booking }).next
    expect(no(report(booking, 'checkIn', codeOn(booking, 'checkIn'), mondayNine))).toBe('code_locked')
  })
  it('of a forgotten check-out counts at most as long as was booked', () => {
    const printed = yes(print(claimedBooking()))
    const early = mondayNine - 20 * minuteMs
    const there = yes(report(printed, 'checkIn', codeOn(printed, 'checkIn'), mondayNine, early))
    const closed = yes(decideBookingPassing(there, commandAt(there.wakesAt ?? 0, 'pass'), limits))
    expect(closed).toMatchObject({ state: 'done', minutes: 60 })
  })
})

describe('what a slip proves', () => {
  it('never makes a service longer than was booked, whatever the phone says about the time', () => {
    const window = { from: mondayNine, to: mondayNine + hourMs }
    const instant = fc.integer({ min: mondayNine - 12 * hourMs, max: mondayNine + 24 * hourMs })
    const how = fc.constantFrom('slip', 'typed', 'scan', 'planned_end' as const)
    fc.assert(
      fc.property(instant, instant, how, how, (from, to, came, left) => {
        const ended = countedEnd({ at: from, how: came }, { at: to, how: left }, window)
        expect(ended).toBeLessThanOrEqual(to)
        if (came === 'slip' || left === 'slip')
          expect(serviceMinutes(from, ended, limits)).toBeLessThanOrEqual(60)
        else expect(ended).toBe(to)
      }),
    )
  })
  it('is eight digits from any bytes, so that no screen’s code is mistaken for it', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 20, maxLength: 20 }), (bytes) => {
        expect(isSlipCode(slipCode(bytes))).toBe(true)
      }),
    )
    expect(isSlipCode('123456')).toBe(false)
  })
})
