import { type StepCourse, type StepTaken, useStep } from '#cloud/call/useStep'
import type { Operation } from '#contract/operations'

/** What a step needs of the request's page. */
export interface RequestCourse extends StepCourse {
  requestId: string
}

const overtaken = ['conflict', 'not_found', 'request_finished', 'request_overdue', 'nothing_asked'] as const

/** Does a step on a request, reads the request again, and says what came of it. */
export const useRequestStep = <Op extends Operation>(op: Op, course: RequestCourse): StepTaken<Op> =>
  useStep(op, course, overtaken)
