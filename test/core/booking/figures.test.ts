import { dayOf } from '#contract/shared/wallClock'
import type { Booking } from '#core/booking/booking'
import { confirmBooking } from '#core/booking/confirm'
import { decideBookingPassing, decideCancel } from '#core/booking/decide'
import { plusFigures } from '#core/booking/figures'
import type { Decision } from '#core/change/aggregate'
import { doneBooking, limits, openBooking } from '#support/bookings'
import { commandAt, yes } from '#support/commands'
import { dayMs, hourMs, mondayNine } from '#support/time'

const createdAt = mondayNine - 12 * hourMs
const day = dayOf(createdAt)
const midnight = mondayNine - 9 * hourMs
const owed = (decision: Decision<Booking>) =>
  yes(decision).pending.filter(({ effect }) => effect === 'recount')
const bySilence = { event: 'confirmed_by_silence', word: { stars: null, comment: null } } as const

test.each([
  ['a minute before the day of its request is settled owes nothing', midnight + 45 * dayMs - 60_000, []],
  [
    'from then on owes that day a recount',
    midnight + 45 * dayMs,
    [{ effect: 'recount', communityId: 'tubengkan', day }],
  ],
])('what ends a booking %s', (_, at, expected) => {
  expect(owed(decideCancel(openBooking(), commandAt(at), '不需要了', limits))).toEqual(expected)
  expect(owed(confirmBooking(doneBooking(), commandAt(at, 'end'), bySilence, limits))).toEqual(expected)
})

test('what only forgets a booking’s words owes no recount', () => {
  const ended = yes(confirmBooking(doneBooking(), commandAt(mondayNine + 2 * hourMs), bySilence, limits))
  const at = mondayNine + (limits.wordsKeptDays + 1) * dayMs
  const forgotten = decideBookingPassing({ ...ended, pending: [] }, commandAt(at, 'forget'), limits)
  expect(forgotten).toBeDefined()
  expect(forgotten && owed(forgotten)).toEqual([])
})

test('figures add up', () => {
  const one = { requested: 4, confirmed: 1, expired: 2, cancelled: 1 }
  expect(plusFigures(one, one)).toEqual({ requested: 8, confirmed: 2, expired: 4, cancelled: 2 })
})
