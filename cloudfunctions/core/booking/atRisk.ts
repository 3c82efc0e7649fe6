import type { Limits } from '#contract/community'
import { type Command, type Decision, withEvent } from '#core/change/aggregate'
import type { Effect, LeadersEffect, TellQueueEffect } from '#core/change/effect'
import type { Booking } from './booking'
import { toldOfBoth } from './together/hands'
import { atRiskTimes, bookingWithEffects } from './wakes'

/**
 * Puts a booking that nobody has claimed before the leaders after a share of its lead time, and before the
 * grid's workers after another share; each is told once. A late timer tells both at once. A booking that was
 * released begins again.
 */
export function decideAtRisk(booking: Booking, command: Command, limits: Limits): Decision<Booking> {
  const beyond = booking.atRisk === 'leader' || atRiskTimes(booking, limits).grid <= command.at
  const next: Booking = {
    ...withEvent(booking, command, beyond ? 'grid_told' : 'leaders_told'),
    atRisk: beyond ? 'grid' : 'leader',
  }
  const about = { bookingId: next._id, title: next.kindTitle, windowFrom: next.windowFrom }
  const effects: Effect[] = []
  if (booking.atRisk !== 'leader')
    effects.push(
      toldOfBoth<LeadersEffect>(
        next,
        {
          effect: 'tellLeaders',
          noticeId: `n_${next._id}_${next.rev}_at_risk`,
          teamId: next.teamId,
          kind: 'booking_at_risk',
          ...about,
        },
        `${next.claims}_at_risk`,
      ),
    )
  if (beyond)
    effects.push(
      toldOfBoth<TellQueueEffect>(
        next,
        {
          effect: 'tellQueue',
          noticeId: `n_${next._id}_${next.rev}_grid`,
          queue: `grid:${next.gridId}`,
          kind: 'booking_at_risk_grid',
          ...about,
        },
        `${next.claims}_grid`,
      ),
    )
  return bookingWithEffects(next, command, limits, effects)
}
