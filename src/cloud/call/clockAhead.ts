import type { BookingCode } from '#contract/booking'
import { stepAt } from '#contract/shared/attendanceCode'
import type { Instant } from '#contract/shared/scalars'

/**
 * How far the cloud's clock is ahead of the phone's, computed from the moment when the cloud's step ends. Only the step
 * is known: a phone in the same step is taken to be right, and any other is set to the middle of the step. The result
 * is at most half a step wrong.
 */
export function clockAhead(
  { validUntil, stepSeconds }: Pick<BookingCode, 'validUntil' | 'stepSeconds'>,
  receivedAt: Instant,
): number {
  if (stepAt(receivedAt, stepSeconds) === stepAt(validUntil - 1, stepSeconds)) return 0
  return validUntil - stepSeconds * 500 - receivedAt
}
