import type { Measure } from '#contract/publication'
import { type RateLine, ratedOf } from '#contract/request'
import type { MonthFigure } from '#contract/standard'
import type { BookingFigures } from '#core/booking/figures'

type Part = Omit<MonthFigure, 'month'>

/** What each measure takes of the requests that were filed in a month, and of the bookings that were made in it. */
const taken: Record<Measure, (requests: RateLine, bookings: BookingFigures) => Part> = {
  answered_in_time: (requests) => ({ of: ratedOf(requests).toAnswer, kept: requests.respondedInTime }),
  resolved: (requests) => ({ of: ratedOf(requests).toResolve, kept: requests.resolved }),
  satisfied: ({ rated, satisfied }) => ({ of: rated, kept: satisfied }),
  // what was called off, and what is still under way, says nothing yet
  claimed_in_time: (_, { confirmed, expired, claimedInTime = 0 }) => ({
    of: confirmed + expired,
    kept: claimedInTime,
  }),
  // what nobody had claimed was promised by nobody
  booking_kept: (_, { confirmed, missed = 0 }) => ({ of: confirmed + missed, kept: confirmed }),
}

/** One month by every measure. */
export function measuresOf(requests: RateLine, bookings: BookingFigures): Record<Measure, Part> {
  const part = (measure: Measure): Part => taken[measure](requests, bookings)
  return {
    answered_in_time: part('answered_in_time'),
    resolved: part('resolved'),
    satisfied: part('satisfied'),
    claimed_in_time: part('claimed_in_time'),
    booking_kept: part('booking_kept'),
  }
}

/** The months from one to another, both among them; none where they are the wrong way round. */
export function monthsBetween(from: string, to: string): string[] {
  const months: string[] = []
  let [year = 0, month = 1] = from.split('-').map(Number)
  for (;;) {
    const name = `${year}-${String(month).padStart(2, '0')}`
    if (name > to || months.length > 1200) return months
    months.push(name)
    month += 1
    if (month > 12) [year, month] = [year + 1, 1]
  }
}
