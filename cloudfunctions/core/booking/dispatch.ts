import type { Limits } from '#contract/community'
import type { RefusalCode } from '#contract/shared/refusal'
import type { MemberId } from '#contract/shared/scalars'
import { type Command, type Decision, withEvent } from '#core/change/aggregate'
import type { Booking } from './booking'
import { signedBy } from './confirm'
import { decideClaim, type Volunteer } from './decide'
import { bookingNotice } from './effects'
import { bookingWithEffects } from './wakes'

/**
 * A leader dispatches one volunteer by the rules of a claim; the volunteer may release the booking.
 * Dispatching the present claimer succeeds.
 */
export function decideDispatch(
  booking: Booking,
  command: Command,
  volunteer: Volunteer,
  today: string,
  limits: Limits,
): Decision<Booking> {
  const claim = decideClaim(booking, command, volunteer, today, limits, 'dispatched')
  const { next } = claim
  if (!next || next === booking || volunteer.memberId === command.whoId) return claim
  return {
    next: {
      ...next,
      pending: [
        ...next.pending,
        bookingNotice(next, volunteer.memberId, 'booking_dispatched', signedBy(command)),
      ],
    },
  }
}

/** The most volunteers who can be invited to one booking. */
const manyInvited = 30

/**
 * Asks volunteers to claim it: they are told, and find it first in their hall. A volunteer who was asked
 * before is not told again. `how`: a leader asks; or the booking was released, and those who fit best are
 * asked.
 */
export function decideInvite(
  booking: Booking,
  command: Command,
  memberIds: readonly MemberId[],
  limits: Limits,
  how: 'invited' | 'offered' = 'invited',
): Decision<Booking> {
  const over = overFor(booking, command)
  if (over) return { refusal: over }
  const before = booking.invitedIds ?? []
  const fresh = [...new Set(memberIds)].filter((id) => !before.includes(id))
  const invitedIds = [...before, ...fresh].slice(0, manyInvited)
  const told = invitedIds.slice(before.length)
  if (told.length === 0) return { next: booking }
  const next: Booking = { ...withEvent(booking, command, how), invitedIds }
  const kind = how === 'invited' ? 'booking_invited' : 'booking_offered'
  return bookingWithEffects(
    next,
    command,
    limits,
    told.map((id) => bookingNotice(next, id, kind, signedBy(command))),
  )
}

/** Why nobody can be invited any more. */
function overFor({ state, windowTo }: Booking, { at }: Command): RefusalCode | undefined {
  if (state === 'cancelled') return 'cancelled'
  if (state === 'expired' || (state === 'open' && windowTo <= at)) return 'expired'
  return state === 'open' ? undefined : 'already_claimed'
}
