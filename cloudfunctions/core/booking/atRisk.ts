import type { Limits } from '#contract/community'
import { type Command, type Decision, record } from '#core/change/aggregate'
import type { Effect } from '#core/change/effect'
import type { Booking } from './booking'
import { atRiskTimes, bookingOwing } from './wakes'

/**
 * Nobody has claimed it for so long that somebody must look: the leaders first, each once for each time it is put up;
 * the grid's workers after the next share. A timer that comes late tells both at once.
 */
export function decideAtRisk(booking: Booking, command: Command, limits: Limits): Decision<Booking> {
  const beyond = booking.atRisk === 'leader' || atRiskTimes(booking, limits).grid <= command.at
  const next: Booking = {
    ...record(booking, command, beyond ? 'grid_told' : 'leaders_told'),
    atRisk: beyond ? 'grid' : 'leader',
  }
  const about = { bookingId: next._id, title: next.kindTitle, windowFrom: next.windowFrom }
  const effects: Effect[] = []
  if (booking.atRisk !== 'leader')
    effects.push({
      effect: 'tellLeaders',
      noticeId: `n_${next._id}_${next.rev}_at_risk`,
      teamId: next.teamId,
      kind: 'booking_at_risk',
      ...about,
    })
  if (beyond)
    effects.push({
      effect: 'tellQueue',
      noticeId: `n_${next._id}_${next.rev}_grid`,
      queue: `grid:${next.gridId}`,
      kind: 'booking_at_risk_grid',
      ...about,
    })
  return bookingOwing(next, command, limits, effects)
}
