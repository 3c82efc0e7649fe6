import type { Limits } from '#contract/community'
import type { Instant } from '#contract/shared/scalars'
import { dayMs, hourMs } from '#contract/shared/time'
import { type Command, type Decision, withEffects } from '#core/change/aggregate'
import type { Effect } from '#core/change/effect'
import type { Booking } from './booking'
import { lateFigures } from './figures'
import { bookingForgetsAt } from './retention'
import { bookingWaitOf } from './waits'

type Lead = Pick<Booking, 'createdAt' | 'leadFrom' | 'windowFrom'>

/**
 * When a booking that nobody has claimed is shown to the team's leaders, and when to the grid's workers:
 * after shares of its lead time, which runs from the request, or from the latest move, to the beginning of the
 * window.
 */
export function atRiskTimes(
  { createdAt, leadFrom = createdAt, windowFrom }: Lead,
  { atRiskPercent, atRiskGridPercent }: Limits,
): { leader: Instant; grid: Instant } {
  const leadMs = Math.max(windowFrom - leadFrom, 0)
  const after = (percent: number) => leadFrom + Math.floor((leadMs * percent) / 100)
  return { leader: after(atRiskPercent), grid: after(Math.max(atRiskPercent, atRiskGridPercent)) }
}

/** When time alone will next change this booking. */
export function naturalDueAt(booking: Booking, limits: Limits): Instant | null {
  switch (booking.state) {
    case 'open':
      return openDueAt(booking, limits)
    case 'claimed':
      return booking.windowTo + limits.lateReportHours * hourMs
    case 'in_service':
      // a volunteer who came after the window may report the check-out as late as others
      return Math.max(booking.windowTo, booking.checkedIn?.at ?? 0) + limits.lateReportHours * hourMs
    case 'done':
      // it waits for a word without limit; its contact and texts still have terms
      return booking.checkedOut && !bookingWaitOf(booking)
        ? booking.checkedOut.reportedAt + limits.silentConfirmDays * dayMs
        : bookingForgetsAt(booking, limits)
    default:
      return bookingForgetsAt(booking, limits)
  }
}

/** The leaders are told, then the grid's workers; then it expires. */
function openDueAt(booking: Booking, limits: Limits): Instant {
  if (booking.atRisk === 'grid') return booking.windowTo
  const { leader, grid } = atRiskTimes(booking, limits)
  return Math.min(booking.atRisk === 'leader' ? grid : leader, booking.windowTo)
}

/** The new state with its effects, and the time at which it is looked at next. */
export function bookingWithEffects(
  next: Booking,
  command: Command,
  limits: Limits,
  effects: Effect[],
): Decision<Booking> & { next: Booking } {
  const { claimedInTime, ...rest } = next
  // whoever had claimed it claims it no more
  const kept: Booking = claimedInTime && next.state === 'open' ? rest : next
  return withEffects(kept, command, [...effects, ...lateFigures(kept, command)], naturalDueAt(kept, limits))
}
