import { type Change, causedBy, insist } from '#app/change/change'
import { loadCommunity } from '#app/community/community'
import { relationBetween } from '#app/member/relations'
import type { Instant } from '#contract/shared/scalars'
import type { Booking } from '#core/booking/booking'
import { decideRelated, isRelationOwed } from '#core/booking/related'
import type { RelateEffect } from '#core/change/effect'
import { bookings } from '#store/collections'

/** Notes in a booking what its claimer and its requester are to each other; strangers cost no write. */
export async function relate(
  { cause, bookingId, claim, claimerId, requesterId }: RelateEffect,
  communityId: string,
  now: Instant,
  change: Change,
): Promise<void> {
  const related = await relationBetween(claimerId, requesterId)
  const community = related && (await loadCommunity(communityId))
  if (!community) return
  const command = causedBy(cause, now)
  insist(
    await change(bookings, bookingId, command, (booking) =>
      decideRelated(booking, command, { claim, related }, community.limits),
    ),
  )
}

/** The booking with the relation that has still to be read; it decides whether the requester's word credits. */
export async function withRelation(booking: Booking): Promise<Booking> {
  if (booking.claimerId === null || !isRelationOwed(booking)) return booking
  const related = await relationBetween(booking.claimerId, booking.requesterId)
  return related ? { ...booking, related } : booking
}
