import type { BookingCard } from '#contract/booking'

/** The bookings of a page as their reader needs them. */
export interface NextFirst {
  /** Those that still need somebody: what is under way, then the soonest. */
  ahead: BookingCard[]
  /** Those that need nobody any more, in the order they came. */
  over: BookingCard[]
}

/** Parts what lies ahead from what is over. What is done lies ahead of whoever booked it: it waits for their word. */
export function nextFirst(bookings: readonly BookingCard[]): NextFirst {
  const ahead = bookings.filter(liesAhead)
  return {
    ahead: ahead.sort((a, b) => rank(a) - rank(b) || a.window.from - b.window.from),
    over: bookings.filter((booking) => !liesAhead(booking)),
  }
}

const liesAhead = ({ state, part }: BookingCard): boolean =>
  state === 'open' ||
  state === 'claimed' ||
  state === 'in_service' ||
  (state === 'done' && part === 'requester')

const rank = ({ state }: BookingCard) => (state === 'in_service' ? 0 : 1)
