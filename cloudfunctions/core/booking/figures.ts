import type { Overview } from '#contract/report'
import type { Day, Instant } from '#contract/shared/scalars'
import { dayMs } from '#contract/shared/time'
import { dayOf } from '#contract/shared/wallClock'
import type { Command } from '#core/change/aggregate'
import type { Effect } from '#core/change/effect'
import type { Booking } from './booking'

/** What became of the bookings that were made on some days. */
export interface BookingFigures extends ShownFigures {
  /** Of those that were confirmed or expired: claimed before the leaders had to be told. Absent for none. */
  claimedInTime?: number
  /** Of those that expired: somebody had claimed them. Absent for none. */
  missed?: number
}
type ShownFigures = Overview['bookings']

export const noFigures: BookingFigures = { requested: 0, confirmed: 0, expired: 0, cancelled: 0 }

/** Figures with those that are more than none. */
export function figuresWith(
  shown: ShownFigures,
  { claimedInTime = 0, missed = 0 }: Pick<BookingFigures, 'claimedInTime' | 'missed'>,
): BookingFigures {
  return { ...shown, ...(claimedInTime > 0 && { claimedInTime }), ...(missed > 0 && { missed }) }
}

/** The figures of several days together. */
export const plusFigures = (a: BookingFigures, b: BookingFigures): BookingFigures =>
  figuresWith(
    {
      requested: a.requested + b.requested,
      confirmed: a.confirmed + b.confirmed,
      expired: a.expired + b.expired,
      cancelled: a.cancelled + b.cancelled,
    },
    {
      claimedInTime: (a.claimedInTime ?? 0) + (b.claimedInTime ?? 0),
      missed: (a.missed ?? 0) + (b.missed ?? 0),
    },
  )

/** So many days after it was made, little happens to a booking any more: the figures of its day are kept. */
const settledAfterDays = 45

/** The figures of days before this one are kept, or about to be. */
export const settledBefore = (now: Instant): Day => dayOf(now - settledAfterDays * dayMs)

const isOver = ({ state }: Booking): boolean =>
  state === 'confirmed' || state === 'expired' || state === 'cancelled'

/** Whatever ends a booking of a day whose figures are kept, or lets it go on after its end, owes them a recount. */
export function lateFigures(booking: Booking, { key, at }: Command): Effect[] {
  const { communityId, createdAt, events, resumed } = booking
  const day = dayOf(createdAt)
  // a state that this command has not brought about, since it only forgets, is counted already
  const isNew = (isOver(booking) || resumed === true) && events.at(-1)?.command === key
  return isNew && day < settledBefore(at) ? [{ effect: 'recount', communityId, day }] : []
}
