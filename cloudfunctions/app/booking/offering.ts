import { environmentSettings } from '#app/call/settings'
import { type Change, causedBy, insist } from '#app/change/change'
import { loadCommunity } from '#app/community/community'
import { dayOf } from '#contract/shared/wallClock'
import type { Booking } from '#core/booking/booking'
import { decideClaim } from '#core/booking/decide'
import { decideInvite } from '#core/booking/dispatch'
import { type Match, matchOf } from '#core/booking/match'
import type { Command } from '#core/change/aggregate'
import type { OfferEffect } from '#core/change/effect'
import { bookings } from '#store/collections'
import type { CommunityDocument } from '#store/rows/community'
import type { Sealing } from '#store/sealing/sealing'
import { type Seated, seatedIn, wantedOf } from './candidates'

export interface Ranked extends Seated {
  match: Match
  /** Why they cannot be sent; undefined where they can. */
  fault: Fault
}
type Fault = NonNullable<ReturnType<typeof decideClaim>['refusal']> | undefined

/** Ranks the volunteers of a booking's team, the best match first; among equals the id decides. */
export async function rankedFor(
  booking: Booking,
  community: CommunityDocument,
  command: Command,
  sealing: Sealing,
): Promise<Ranked[]> {
  // an invitation does not change the order
  const wanted = { ...wantedOf(booking, community), invitedIds: [] }
  const seated = await seatedIn(booking.teamId, command.at, sealing)
  return seated
    .filter(({ volunteer }) => volunteer.memberId !== booking.requesterId)
    .map((each): Ranked => {
      const found = matchOf(wanted, each.candidate, command.at)
      const today = dayOf(command.at)
      const { refusal } = decideClaim(booking, command, each.volunteer, today, community.limits)
      const clashes = found.reasons.some(({ reason }) => reason === 'clash')
      return { ...each, match: found, fault: refusal ?? (clashes ? 'clash' : undefined) }
    })
    .sort(
      (a, b) =>
        Number(a.fault !== undefined) - Number(b.fault !== undefined) ||
        b.match.points - a.match.points ||
        (a.volunteer.memberId < b.volunteer.memberId ? -1 : 1),
    )
}

/** Asks those who fit best to take a booking that was given back. Whoever has given it back is not asked. */
export async function offer({ cause, bookingId }: OfferEffect, now: number, change: Change): Promise<void> {
  const command = causedBy(cause, now)
  const { sealing } = environmentSettings()
  const offered = await change(bookings, bookingId, command, async (booking) => {
    const community = await loadCommunity(booking.communityId)
    if (!community || booking.state !== 'open') return { next: booking }
    const fit = (await rankedFor(booking, community, command, sealing)).filter(
      ({ fault, volunteer }) => fault === undefined && !booking.givenBackIds?.includes(volunteer.memberId),
    )
    const best = fit.slice(0, community.limits.offeredTo).map(({ volunteer }) => volunteer.memberId)
    const invited = decideInvite(booking, command, best, community.limits, 'offered')
    return invited.refusal ? { next: booking } : invited
  })
  insist(offered)
}
