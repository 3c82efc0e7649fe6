import { settleMs } from '#app/hours/digests'
import type { BookingState } from '#contract/booking'
import type { Day, Instant } from '#contract/shared/scalars'
import { dayMs } from '#contract/shared/time'
import { dayOf, instantOf } from '#contract/shared/wallClock'
import {
  type BookingFigures,
  figuresWith,
  noFigures,
  plusFigures,
  settledBefore,
} from '#core/booking/figures'
import { addDays } from '#core/calendar/almanac'
import { bookings, tallies } from '#store/collections'
import type { Tally } from '#store/rows/request'
import { above, atLeast, below, between, not, oneOf, present } from '#store/words/conditions'

const startOf = (day: Day): Instant => instantOf(day, '00:00') ?? 0

/** The states, by what becomes of a booking in them; a new one does not compile without its line. */
const countedAs: Record<BookingState, 'confirmed' | 'expired' | 'cancelled' | 'underWay'> = {
  open: 'underWay',
  claimed: 'underWay',
  in_service: 'underWay',
  done: 'underWay',
  confirmed: 'confirmed',
  expired: 'expired',
  cancelled: 'cancelled',
}
const isState = (word: string): word is BookingState => Object.hasOwn(countedAs, word)
const underWay = Object.keys(countedAs)
  .filter(isState)
  .filter((state) => countedAs[state] === 'underWay')

/** Counts what became of the bookings that were made in a span of days, both ends included. Each is counted once. */
export async function bookingsMadeIn(communityId: string, from: Day, to: Day): Promise<BookingFigures> {
  const createdAt = between(atLeast(startOf(from)), below(startOf(to) + dayMs))
  // a booking that wants two volunteers counts once, as what became of its first place
  const made = { communityId, createdAt, 'hand.number': not(2) } as const
  const having = (...states: BookingState[]) =>
    bookings.count('createdByState', { ...made, state: oneOf(states) })
  const [confirmed, expired, cancelled, others, claimedInTime, missed] = await Promise.all([
    having('confirmed'),
    having('expired'),
    having('cancelled'),
    having(...underWay),
    bookings.count('createdByState', {
      ...made,
      state: oneOf(['confirmed', 'expired']),
      claimedInTime: true,
    }),
    bookings.count('createdByState', { ...made, state: 'expired', claims: above(0) }),
  ])
  const requested = confirmed + expired + cancelled + others
  return figuresWith({ requested, confirmed, expired, cancelled }, { claimedInTime, missed })
}

/**
 * The same from the figures that are kept of days, and a count of the days after the last of them. Figures are kept
 * day by day from the first booking on, so nothing was made on a day before them.
 *
 * @param days the tallies of the span, in their order.
 */
export async function bookingsOf(
  communityId: string,
  { from, to }: { from: Day; to: Day },
  days: readonly Tally[],
): Promise<BookingFigures> {
  const kept = days.flatMap(({ bookings }) => bookings ?? [])
  const last = days.filter(({ bookings }) => bookings !== undefined).at(-1)
  const next = last ? addDays(last.day, 1) : from
  const later = next > to ? noFigures : await bookingsMadeIn(communityId, next, to)
  return kept.reduce(plusFigures, later)
}

/** The day before which this instance has seen the figures of every day kept, for each community. */
const keptBefore = new Map<string, Day>()

/** Keeps the figures of every day that is settled, one after the other from the first booking on. */
export async function keepBookingFigures(communityId: string, now: Instant, until: number): Promise<number> {
  const end = settledBefore(now - settleMs)
  if (keptBefore.get(communityId) === end) return 0
  let day = await firstToKeep(communityId)
  let kept = 0
  for (; day !== undefined && day < end && performance.now() < until; day = addDays(day, 1)) {
    // whoever files a request of that day at this moment is before it: the next run keeps the day
    if (!(await keepDay(communityId, day))) return kept
    kept += 1
  }
  if (day === undefined || day >= end) keptBefore.set(communityId, end)
  return kept
}

async function firstToKeep(communityId: string): Promise<Day | undefined> {
  const [last] = await tallies.find(
    'byDay',
    { communityId, bookings: present },
    { limit: 1, backwards: true, fields: ['day'] },
  )
  if (last) return addDays(last.day, 1)
  const [first] = await bookings.find('created', { communityId }, { limit: 1, fields: ['createdAt'] })
  return first && dayOf(first.createdAt)
}

/** False where the day's document has changed meanwhile. */
async function keepDay(communityId: string, day: Day): Promise<boolean> {
  const _id = `${communityId}_${day}`
  const stored = await tallies.get(_id)
  const figures = await bookingsMadeIn(communityId, day, day)
  if (stored) return tallies.update({ _id, rev: stored.rev }, { bookings: figures })
  return tallies.insert({ _id, communityId, day, rev: 0, dueAt: null, lines: [], bookings: figures })
}
