import fc from 'fast-check'
import { dayOf } from '#contract/shared/wallClock'
import type { Booking } from '#core/booking/booking'
import { decideCancel, decideClaim, decideRelease } from '#core/booking/decide'
import { withBooked, withoutEnded } from '#core/booking/room'
import {
  asOneOfRest,
  grouped,
  groupOf,
  idsOfSeries,
  liesAhead,
  restFrom,
  seriesDays,
  standsForAll,
  weeklyWindows,
} from '#core/booking/together/series'
import type { Effect } from '#core/change/effect'
import { claimedBooking, li, limits, openBooking, today } from '#support/bookings'
import { commandAt, yes } from '#support/commands'
import { dayMs, hourMs, mondayNine } from '#support/time'

const early = commandAt(mondayNine - hourMs, 'tap')
const weeks = fc.integer({ min: 2, max: 26 })
const states = fc.constantFrom<Booking['state']>(
  'open',
  'claimed',
  'in_service',
  'done',
  'confirmed',
  'cancelled',
  'expired',
)
const all = fc.array(states, { minLength: 2, maxLength: 12 }).map((chosen) =>
  chosen.map((state, index) => ({
    ...openBooking({
      _id: index === 0 ? 'b_1' : `b_1-${index + 1}`,
      series: { id: 'b_1', number: index + 1, of: chosen.length },
    }),
    windowFrom: mondayNine + index * 7 * dayMs,
    windowTo: mondayNine + index * 7 * dayMs + hourMs,
    state,
  })),
)
const named = ({ pending }: Booking, effect: Effect['effect']) =>
  pending.filter((one) => one.effect === effect)

describe('a series', () => {
  it('has the same hour each week, and leaves out the days that are named', () => {
    fc.assert(
      fc.property(weeks, fc.subarray(Array.from({ length: 26 }, (_, week) => week)), (count, left) => {
        const window = { from: mondayNine, to: mondayNine + hourMs }
        const without = left.map((week) => dayOf(mondayNine + week * 7 * dayMs))
        const windows = weeklyWindows(window, count, without)
        expect(windows).toHaveLength(count - left.filter((week) => week < count).length)
        for (const { from, to } of windows) {
          expect((from - mondayNine) % (7 * dayMs)).toBe(0)
          expect(to - from).toBe(hourMs)
          expect(without).not.toContain(dayOf(from))
        }
      }),
    )
  })

  it('names public holidays, and no weekend', () => {
    const holidays = seriesDays(Date.UTC(2026, 8, 24, 1), 3).flatMap(({ day, holiday }) =>
      holiday ? [[day, holiday]] : [],
    )
    expect(holidays).toEqual([['2026-10-01', '国庆节']])
    expect(seriesDays(Date.UTC(2026, 9, 17, 1), 3).every(({ holiday }) => holiday === undefined)).toBe(true)
  })

  it('is shown by the soonest that lies ahead, by the latest where none does', () => {
    fc.assert(
      fc.property(all, fc.integer({ min: 0, max: 80 }), (series, days) => {
        const now = mondayNine + days * dayMs
        const [first, ...others] = series
        if (!first) return
        const shown = standsForAll([first, ...others], now)
        const ahead = series.filter((one) => liesAhead(one, now))
        expect(shown).toBe(ahead[0] ?? series.at(-1))
        expect(grouped(series)).toHaveLength(1)
        expect(new Set(series.map(groupOf))).toEqual(new Set(['b_1']))
      }),
    )
  })

  it('tells each person once of several that one command moves, and offers only the next', () => {
    const places = idsOfSeries({ id: 'b_1', of: 4 }).map((_id, index) => ({
      _id,
      series: { id: 'b_1', number: index + 1, of: 4 },
      windowFrom: mondayNine + index * 7 * dayMs,
      windowTo: mondayNine + index * 7 * dayMs + hourMs,
    }))
    const claimed = places.map((place) => claimedBooking(place))
    const rules = {
      claim: (booking: Booking) => decideClaim(booking, early, li, today, limits),
      release: (booking: Booking) => decideRelease(booking, early, li.memberId, '病了', limits, true),
      cancel: (booking: Booking) => decideCancel(booking, early, '好了', limits),
    }
    for (const [name, rule] of Object.entries(rules)) {
      const before = name === 'claim' ? places.map((place) => openBooking(place)) : claimed
      const [first] = before
      if (!first) throw new Error('none')
      const moved = before.map((booking) => yes(asOneOfRest(rule(booking), booking, first, early)))
      const ids = moved.flatMap((booking) =>
        named(booking, 'notice').map((one) => 'noticeId' in one && one.noticeId),
      )
      // what a claim was owed before counts too: it is not this command's
      const now = new Set(ids.slice(-1).length > 0 ? ids.filter((id) => String(id).includes(early.key)) : [])
      expect([name, now.size]).toEqual([name, 1])
      if (name === 'release') {
        expect(moved.map((booking) => named(booking, 'offer').length)).toEqual([1, 0, 0, 0])
        expect(
          new Set(
            moved.flatMap((booking) =>
              named(booking, 'noteRelease').map((one) => 'cause' in one && one.cause),
            ),
          ).size,
        ).toBe(1)
      }
    }
  })

  it('goes on from one in the order of its days, also where one was moved', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 90 }), { minLength: 1, maxLength: 12 }), (days) => {
        const places = days.map((day) => ({ windowFrom: mondayNine + day * dayMs }))
        const [asked] = places
        if (!asked) return
        const rest = restFrom(asked, places)
        expect(rest).toContain(asked)
        expect(rest.map(({ windowFrom }) => windowFrom)).toEqual(
          [...rest.map(({ windowFrom }) => windowFrom)].sort((a, b) => a - b),
        )
        expect(rest).toHaveLength(places.filter(({ windowFrom }) => windowFrom >= asked.windowFrom).length)
      }),
    )
  })

  it('counts as one booking until the last of it is over, and a household has few', () => {
    const none = { _id: 'm', communityId: 'c', rev: 0, booked: [], today: { day: today, count: 0 } }
    const room = { open: 3, perDay: 9, series: 1 }
    const once = withBooked(none, { bookingId: 'b_1', at: mondayNine, of: 3 }, today, room)
    if (!('next' in once)) throw new Error('no room')
    expect(withBooked(once.next, { bookingId: 'b_9', at: mondayNine, of: 2 }, today, room)).toEqual({
      full: 'series_full',
    })
    expect(withBooked(once.next, { bookingId: 'b_8', at: mondayNine }, today, room)).toHaveProperty('next')
    const found = (...states: Booking['state'][]) =>
      states.map((state, index) => ({
        _id: index === 0 ? 'b_1' : `b_1-${index + 1}`,
        state,
        windowTo: mondayNine + hourMs,
      }))
    expect(
      withoutEnded(once.next, found('confirmed', 'cancelled', 'claimed'), mondayNine).booked,
    ).toHaveLength(1)
    expect(
      withoutEnded(once.next, found('confirmed', 'cancelled', 'expired'), mondayNine).booked,
    ).toHaveLength(0)
  })
})
