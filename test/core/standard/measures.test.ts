import fc from 'fast-check'
import type { Booking } from '#core/booking/booking'
import { decideClaim, decideRelease } from '#core/booking/decide'
import { figuresWith } from '#core/booking/figures'
import { type CountedRequest, ratesOf, tallyLinesOf } from '#core/request/rates'
import { measuresOf, monthsBetween } from '#core/standard/measures'
import { li, limits, openBooking, today } from '#support/bookings'
import { commandAt, yes } from '#support/commands'
import { dayMs, hourMs, mondayNine } from '#support/time'

const nothing = figuresWith({ requested: 0, confirmed: 0, expired: 0, cancelled: 0 }, {})
const request = fc.record({
  gridId: fc.constantFrom('grid1', 'grid2'),
  category: fc.constantFrom('safety', 'other'),
  tier: fc.constantFrom('grid' as const, 'community' as const),
  state: fc.constantFrom('filed' as const, 'in_work' as const, 'resolved' as const, 'closed' as const),
  respondedAt: fc.option(fc.integer({ min: 0, max: 20 })),
  respondBy: fc.constant(10),
  satisfied: fc.option(fc.boolean()),
  finishedAt: fc.option(fc.integer({ min: 0, max: 20 })),
})

it('what a promise is measured by is what the requests of the month say, one by one', () => {
  fc.assert(
    fc.property(fc.array(request, { maxLength: 30 }), (requests: CountedRequest[]) => {
      const { total } = ratesOf([{ day: '2026-11-03', lines: tallyLinesOf(requests) }], 'month', () => true)
      const counted = (test: (one: CountedRequest) => boolean) => requests.filter(test).length
      expect(measuresOf(total, nothing)).toMatchObject({
        answered_in_time: {
          of: requests.length,
          kept: counted(({ respondedAt }) => respondedAt !== null && respondedAt <= 10),
        },
        resolved: {
          of: requests.length,
          kept: counted(({ state }) => state === 'resolved' || state === 'closed'),
        },
        satisfied: {
          of: counted(({ satisfied }) => satisfied !== null),
          kept: counted(({ satisfied }) => satisfied === true),
        },
      })
    }),
  )
})

it('nothing that was kept is more than what it is of', () => {
  const some = fc.nat(20)
  fc.assert(
    fc.property(some, some, some, some, some, (confirmed, expired, cancelled, early, missed) => {
      const bookings = figuresWith(
        { requested: confirmed + expired + cancelled, confirmed, expired, cancelled },
        { claimedInTime: Math.min(early, confirmed + expired), missed: Math.min(missed, expired) },
      )
      const none = { filed: 0, responded: 0, respondedInTime: 0, resolved: 0, rated: 0, satisfied: 0 }
      for (const { of, kept } of Object.values(measuresOf(none, bookings)))
        expect(kept).toBeLessThanOrEqual(of)
    }),
  )
})

it('months follow each other over the end of a year', () => {
  expect(monthsBetween('2026-11', '2027-02')).toEqual(['2026-11', '2026-12', '2027-01', '2027-02'])
  expect(monthsBetween('2026-11', '2026-11')).toEqual(['2026-11'])
  expect(monthsBetween('2026-12', '2026-11')).toEqual([])
})

describe('a booking is claimed in time', () => {
  const start: Booking = {
    ...openBooking(),
    createdAt: mondayNine,
    windowFrom: mondayNine + 4 * dayMs,
    windowTo: mondayNine + 4 * dayMs + hourMs,
  }
  const claimed = (booking: Booking, days: number, word = 'claim') =>
    yes(decideClaim(booking, commandAt(mondayNine + days * dayMs, word), li, today, limits))
  it('where whoever claims it last came before the leaders had to be told', () => {
    expect(claimed(start, 1)).toMatchObject({ claimedInTime: true })
    expect(claimed(start, 2)).not.toHaveProperty('claimedInTime')
    const first = claimed(start, 1)
    const back = yes(
      decideRelease(
        first,
        commandAt(mondayNine + 1.5 * dayMs, 'back'),
        first.claimerId ?? '',
        '病了',
        limits,
      ),
    )
    // who claims and gives back gains nothing by it
    expect(back).not.toHaveProperty('claimedInTime')
    expect(claimed(back, 3, 'again')).not.toHaveProperty('claimedInTime')
    expect(claimed(back, 1.8, 'soon')).toMatchObject({ claimedInTime: true })
  })
})
