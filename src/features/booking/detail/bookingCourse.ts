import type { ReactNode } from 'react'
import { type StepCourse, type StepTaken, useStep } from '#cloud/call/useStep'
import type { BookingDetail } from '#contract/booking'
import type { Operation } from '#contract/operations'
import type { RefusalCode } from '#contract/shared/refusal'
import type { MemberId } from '#contract/shared/scalars'

/** What a step needs of the booking's page. */
export interface BookingCourse extends StepCourse {
  bookingId: string
  actingFor: MemberId | undefined
  /** Draws the step by which a leader proposes to credit the service by word. */
  wordStep?: (booking: BookingDetail) => ReactNode
}

/** Refusals which mean that the page shows an old state. It is read again, and the step may be gone. */
export const overtaken: readonly (RefusalCode | 'unreachable')[] = [
  'conflict',
  'already_claimed',
  'cancelled',
  'expired',
  'not_found',
]

/** Does a step on a booking, reads the booking again, and says what came of it. */
export const useBookingStep = <Op extends Operation>(op: Op, course: BookingCourse): StepTaken<Op> =>
  useStep(op, course, overtaken)
