import type { BookingId, Day, Instant } from '#contract/shared/scalars'
import { minuteMs } from '#contract/shared/time'
import type { Booking } from './booking'
import { idsOfSeries } from './together/series'

/**
 * What one person, or one household, has booked lately, in one document, so that two bookings at once cannot
 * both slip below a limit. An entry whose booking has ended stays until room is needed.
 */
export interface BookingRoom {
  /** The id of the member or of the household. */
  _id: string
  communityId: string
  rev: number
  booked: Booked[]
  /** How many were booked on the latest day, with those that have ended. */
  today: { day: Day; count: number }
}
export interface Booked {
  bookingId: BookingId
  /** When it was counted; the booking is written right after. */
  at: Instant
  /** It is the first of a series of so many, which counts as one. */
  of?: number
}

/**
 * `open`: so many may be open at a time, a series counting as one. `perDay`: so many may be booked on one day.
 * `series`: so many series may be open at a time.
 */
export interface RoomLimits {
  open: number
  perDay: number
  series: number
}
export type NoRoom = 'bookings_full' | 'bookings_spent' | 'series_full'

/** The ids of the bookings behind an entry. */
export const bookedIds = ({ bookingId, of = 1 }: Booked): BookingId[] => idsOfSeries({ id: bookingId, of })

/** Counts a booking, or says why there is no room. A booking that is counted already is counted once. */
export function withBooked(
  stored: BookingRoom,
  booked: Booked,
  day: Day,
  room: RoomLimits,
): { next: BookingRoom } | { full: NoRoom } {
  const others = stored.booked.filter(({ bookingId }) => bookingId !== booked.bookingId)
  const again = others.length < stored.booked.length
  const today = stored.today.day >= day ? stored.today : { day, count: 0 }
  const count = today.count + (again ? 0 : 1)
  if (others.length >= room.open) return { full: 'bookings_full' }
  if (booked.of && others.filter(({ of }) => of).length >= room.series) return { full: 'series_full' }
  if (count > room.perDay) return { full: 'bookings_spent' }
  return {
    next: { ...stored, rev: stored.rev + 1, booked: [...others, booked], today: { ...today, count } },
  }
}

/** A booking that was refused after all is not counted. */
export function withoutBooked(stored: BookingRoom, id: BookingId): BookingRoom {
  const booked = stored.booked.filter(({ bookingId }) => bookingId !== id)
  if (booked.length === stored.booked.length) return stored
  const today = { ...stored.today, count: Math.max(stored.today.count - 1, 0) }
  return { ...stored, rev: stored.rev + 1, booked, today }
}

/** Longer than a function may run: an entry without a booking after this time was left by a crash. */
export const bookingSettlesMs = minuteMs

const underWay: ReadonlySet<Booking['state']> = new Set(['claimed', 'in_service'])

/** Whether a booking waits for somebody, or somebody for it, also where the timer is late. */
export const isOpenAt = ({ state, windowTo }: Pick<Booking, 'state' | 'windowTo'>, now: Instant): boolean =>
  underWay.has(state) || (state === 'open' && windowTo > now)

/** The document without entries whose booking has ended, or was never written. */
export function withoutEnded(
  stored: BookingRoom,
  found: readonly Pick<Booking, '_id' | 'state' | 'windowTo'>[],
  now: Instant,
): BookingRoom {
  const byId = new Map(found.map((booking) => [booking._id, booking]))
  const booked = stored.booked.filter((entry) => {
    const written = bookedIds(entry).flatMap((id) => byId.get(id) ?? [])
    if (written.length === 0) return now - entry.at < bookingSettlesMs
    return written.some((booking) => isOpenAt(booking, now))
  })
  return booked.length === stored.booked.length ? stored : { ...stored, rev: stored.rev + 1, booked }
}
