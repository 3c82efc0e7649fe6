import type { Limits } from '#contract/community'
import type { Instant } from '#contract/shared/scalars'
import { dayMs, hourMs } from '#contract/shared/time'
import { type Command, type Decision, owing } from '#core/change/aggregate'
import type { Effect } from '#core/change/effect'
import type { Booking } from './booking'
import { bookingForgetsAt } from './retention'

type Lead = Pick<Booking, 'createdAt' | 'windowFrom'>

/**
 * When a booking that nobody has claimed is put before the team's leaders, and then before the workers of its grid:
 * after shares of its lead time, which runs from the request to the beginning of the window.
 */
export function atRiskTimes(
  { createdAt, windowFrom }: Lead,
  { atRiskPercent, atRiskGridPercent }: Limits,
): { leader: Instant; grid: Instant } {
  const leadMs = Math.max(windowFrom - createdAt, 0)
  const after = (percent: number) => createdAt + Math.floor((leadMs * percent) / 100)
  return { leader: after(atRiskPercent), grid: after(Math.max(atRiskPercent, atRiskGridPercent)) }
}

/** When time alone will next move this booking. */
export function naturalDueAt(booking: Booking, limits: Limits): Instant | null {
  switch (booking.state) {
    case 'open':
      return openDueAt(booking, limits)
    case 'claimed':
      return booking.windowTo + limits.lateReportHours * hourMs
    case 'in_service':
      // who came after the window has as long to report the check-out as anybody
      return Math.max(booking.windowTo, booking.checkedIn?.at ?? 0) + limits.lateReportHours * hourMs
    case 'done':
      // closed at the planned end it waits for a word for good, but its door and what was written do not
      return booking.checkedOut && booking.checkedOut.how !== 'planned_end'
        ? booking.checkedOut.reportedAt + limits.silentConfirmDays * dayMs
        : bookingForgetsAt(booking, limits)
    default:
      return bookingForgetsAt(booking, limits)
  }
}

/** The leaders hear of it, then the workers of its grid, then it expires. */
function openDueAt(booking: Booking, limits: Limits): Instant {
  if (booking.atRisk === 'grid') return booking.windowTo
  const { leader, grid } = atRiskTimes(booking, limits)
  return Math.min(booking.atRisk === 'leader' ? grid : leader, booking.windowTo)
}

/** The new state with what it owes and when time alone moves it. */
export function bookingOwing(
  next: Booking,
  command: Command,
  limits: Limits,
  effects: Effect[],
): Decision<Booking> & { next: Booking } {
  return owing(next, command, effects, naturalDueAt(next, limits))
}
