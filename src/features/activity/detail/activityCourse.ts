import { type StepCourse, type StepTaken, useStep } from '#cloud/call/useStep'
import type { Operation } from '#contract/operations'
import type { RefusalCode } from '#contract/shared/refusal'

/** Refusals which mean that the page shows an old state. It is read again, and the step may be gone. */
const overtaken: readonly RefusalCode[] = [
  'conflict',
  'not_found',
  'already_signed_up',
  'not_signed_up',
  'no_offer',
  'no_place',
  'offer_lapsed',
  'session_begun',
  'session_cancelled',
  'session_closed',
  'session_drawing',
  'session_over',
  'waitlist_full',
  'volunteers_only',
  'feedback_said',
  'feedback_late',
  'feedback_absent',
  'not_missed',
  'shift_full',
  'shift_over',
  'shift_cancelled',
  'shift_begun',
]

/** Does a step at a session or a shift, reads the page again, and says what came of it. */
export const useActivityStep = <Op extends Operation>(op: Op, course: StepCourse): StepTaken<Op> =>
  useStep(op, course, overtaken)
