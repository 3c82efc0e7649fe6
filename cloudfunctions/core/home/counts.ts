import type { Instant } from '#contract/shared/scalars'
import type { ServiceRequest } from '#core/request/request'

/** Counts the requests of a queue that are due before midnight, or overdue, and those that nobody has accepted. */
export function requestCounts(
  queue: readonly Pick<ServiceRequest, 'state' | 'deadline'>[],
  midnight: Instant,
): { dueToday: number; toAccept: number } {
  return {
    dueToday: queue.filter(({ deadline }) => deadline !== null && deadline < midnight).length,
    toAccept: queue.filter(({ state }) => state === 'filed' || state === 'reopened').length,
  }
}
