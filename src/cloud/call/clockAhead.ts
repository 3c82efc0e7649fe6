import type { BookingCode } from '#contract/booking'
import { stepAt } from '#contract/shared/attendanceCode'
import type { Instant } from '#contract/shared/scalars'

/**
 * How far the cloud's clock is ahead, from the moment its step ends. Only the step is known, so a phone that agrees
 * on the step is left alone, and any other is set to the step's middle: at most half a step wrong.
 */
export function clockAhead(
  { validUntil, stepSeconds }: Pick<BookingCode, 'validUntil' | 'stepSeconds'>,
  receivedAt: Instant,
): number {
  if (stepAt(receivedAt, stepSeconds) === stepAt(validUntil - 1, stepSeconds)) return 0
  return validUntil - stepSeconds * 500 - receivedAt
}
