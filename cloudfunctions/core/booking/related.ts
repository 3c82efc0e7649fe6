import type { Relation } from '#contract/booking'
import type { Limits } from '#contract/community'
import type { Command, Decision } from '#core/change/aggregate'
import type { RelateEffect } from '#core/change/effect'
import type { Booking } from './booking'
import { bookingNotice, waitsForLeader } from './effects'
import { bookingWaitOf } from './waits'
import { bookingWithEffects } from './wakes'

/**
 * What the claimer and the requester are to each other is read at the claim, the check-in and the check-out:
 * after the answer, since nobody waits for it, and before anything is credited.
 */
export const asksRelation = ({
  _id,
  rev,
  claims,
  claimerId,
  requesterId,
  related,
}: Booking): RelateEffect[] =>
  claimerId === null || related
    ? []
    : [
        {
          effect: 'relate',
          cause: `${_id}:${rev}:relate`,
          bookingId: _id,
          claim: claims,
          claimerId,
          requesterId,
        },
      ]

/** A claim whose relation has been read at once: nothing is owed for it. */
export function knownRelation(decision: Decision<Booking>, related: Relation | undefined): Decision<Booking> {
  const { next } = decision
  if (!next) return decision
  const pending = next.pending.filter(({ effect }) => effect !== 'relate')
  return { ...decision, next: { ...next, pending, related: related ?? next.related ?? null } }
}

/** Whether it has still to be read. Until then nothing is credited. */
export const isRelationOwed = ({ pending, related }: Pick<Booking, 'pending' | 'related'>): boolean =>
  !related && pending.some(({ effect }) => effect === 'relate')

/** The claimer is related to the requester. A service that is done now waits for a leader's word. */
export function decideRelated(
  booking: Booking,
  command: Command,
  { claim, related }: { claim: number; related: Relation },
  limits: Limits,
): Decision<Booking> {
  const { state, claims, claimerId } = booking
  const goesOn = state === 'claimed' || state === 'in_service' || state === 'done'
  if (!goesOn || claims !== claim || claimerId === null || booking.related) return { next: booking }
  const next: Booking = { ...booking, rev: booking.rev + 1, related }
  if (!bookingWaitOf(next)) return bookingWithEffects(next, command, limits, [])
  return bookingWithEffects(next, command, limits, [
    bookingNotice(next, next.requesterId, 'booking_related_for', {
      who: booking.claimerName ?? '',
      whoId: claimerId,
      minutes: booking.minutes ?? 0,
    }),
    waitsForLeader(next, 'related'),
  ])
}
