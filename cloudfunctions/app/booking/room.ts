import type { MemberContext } from '#app/call/context'
import { bookingsFull, type Refusal, refuse } from '#contract/shared/refusal'
import { dayOf } from '#contract/shared/wallClock'
import {
  type Booked,
  type BookingRoom,
  bookedIds,
  type NoRoom,
  type RoomLimits,
  withBooked,
  withoutBooked,
  withoutEnded,
} from '#core/booking/room'
import { bookingRooms, bookings } from '#store/collections'
import { saving } from '#store/saving'

/** Staff who book for residents may go so far beyond the resident's own limit. */
const staffFactor = 2
/** On one day one may book so many times as many as may be open: what is cancelled was in the hall as well. */
const dayFactor = 3

/**
 * Counts a booking, or a series as one, to its person and to their household before it is written. Answers why not; undefined
 * where there is room. A crash leaves an entry without a booking, which goes when room is needed.
 */
export async function countBooking(
  context: MemberContext,
  bookingId: string,
  of?: number,
): Promise<Refusal | undefined> {
  const { member, community, identity } = context
  const factor = identity.actedFor === 'staff' ? staffFactor : 1
  const { openBookings: own, householdOpenBookings: together, householdSeries: series } = community.limits
  const entry: Booked = { bookingId, at: context.command.at, ...(of !== undefined && { of }) }
  const roomFor = (open: number): RoomLimits => ({
    open: open * factor,
    perDay: open * factor * dayFactor,
    series: series * factor,
  })
  const ofPerson = await countIn(context, member._id, entry, roomFor(own))
  if (ofPerson) return ofPerson
  const ofHousehold = await countIn(context, member.householdId, entry, roomFor(together))
  if (ofHousehold) await uncountIn(member._id, bookingId)
  return ofHousehold
}

/** Gives back the room of a booking that was not written after all. */
export async function uncountBooking({ member }: MemberContext, bookingId: string): Promise<void> {
  await Promise.all([uncountIn(member._id, bookingId), uncountIn(member.householdId, bookingId)])
}

type Counted = { next: BookingRoom } | { full: NoRoom; open: number; next?: undefined }

async function countIn(
  { member, command: { at } }: MemberContext,
  _id: string,
  entry: Booked,
  room: RoomLimits,
): Promise<Refusal | undefined> {
  const { communityId } = member
  const day = dayOf(at)
  const empty: BookingRoom = { _id, communityId, rev: 0, booked: [], today: { day, count: 0 } }
  const counted = await saving(bookingRooms, _id, async (stored): Promise<Counted> => {
    const before = stored ?? empty
    const first = withBooked(before, entry, day, room)
    if ('next' in first) return first
    const left = await stillOpen(before, at)
    const taken = withBooked(left, entry, day, room)
    return 'next' in taken ? taken : { ...taken, open: left.booked.length }
  })
  if (counted.next) return undefined
  return counted.full === 'bookings_full' ? bookingsFull(counted.open) : refuse(counted.full)
}

async function stillOpen(stored: BookingRoom, now: number): Promise<BookingRoom> {
  const ids = stored.booked.flatMap(bookedIds)
  return withoutEnded(stored, await bookings.getMany(ids, { fields: ['state', 'windowTo'] }), now)
}

async function uncountIn(_id: string, bookingId: string): Promise<void> {
  await saving(bookingRooms, _id, (stored) => ({ next: stored && withoutBooked(stored, bookingId) }))
}
