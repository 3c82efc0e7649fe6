import { tierAbove } from '#contract/request'
import type { MemberId } from '#contract/shared/scalars'
import { dayMs } from '#contract/shared/time'
import type { Command, Decision } from '#core/change/aggregate'
import { requestOwing, requestStep, resumed } from './decide'
import { supportersEffect, tellRequester, tellTier } from './effects'
import { hasResolved, heldBy, type RequestRules, type ServiceRequest } from './request'
import { forgetRequestWords } from './retention'

/** The requester answers a question; the clock goes on. */
export function decideAnswer(
  request: ServiceRequest,
  command: Command,
  memberId: MemberId,
  { answer, fileIds }: { answer: string; fileIds?: string[] | undefined },
  rules: RequestRules,
): Decision<ServiceRequest> {
  if (request.requesterId !== memberId) return { refusal: 'not_found' }
  if (!request.waiting) return { refusal: 'nothing_asked' }
  const next = resumed(
    requestStep(request, command, 'answered', { note: answer, fileIds }),
    command.at,
    rules,
  )
  return requestOwing(next, command, rules, [tellTier(next, next.tier, 'request_answered', answer)])
}

/** 「修好了吗」: yes closes it; no opens it again, and one tier up hears of it. A word may be changed while it may be reopened. */
export function decideRate(
  request: ServiceRequest,
  command: Command,
  memberId: MemberId,
  { satisfied, comment }: { satisfied: boolean; comment: string | null },
  rules: RequestRules,
): Decision<ServiceRequest> {
  if (request.requesterId !== memberId) return { refusal: 'not_found' }
  if (request.state !== 'resolved' && request.state !== 'closed') return { refusal: 'not_resolved' }
  if (request.wordsGone) return { refusal: 'too_late_to_reopen' }
  if (!satisfied) return reopened(request, command, comment ?? undefined, rules, false)
  // nor in the requester's name
  if (hasResolved(request, memberId) || hasResolved(request, command.whoId ?? memberId))
    return { refusal: 'own_work' }
  if (request.state === 'closed' && request.satisfied === true) return { next: request }
  const said = requestStep(request, command, 'rated', comment === null ? {} : { note: comment })
  const next: ServiceRequest = { ...said, state: 'closed', satisfied: true, comment }
  return requestOwing(next, command, rules, [
    tellTier(next, next.tier, 'request_praised', comment ?? undefined),
  ])
}

/** Not done after all, or asked for again. After 「不满意」 it is open already, and this says yes. */
export function decideReopen(
  request: ServiceRequest,
  command: Command,
  memberId: MemberId,
  reason: string,
  rules: RequestRules,
): Decision<ServiceRequest> {
  if (request.requesterId !== memberId) return { refusal: 'not_found' }
  if (request.state === 'reopened') return { next: request }
  if (request.unfinished) return { refusal: 'not_resolved' }
  return reopened(request, command, reason, rules, null)
}

function reopened(
  request: ServiceRequest,
  command: Command,
  reason: string | undefined,
  rules: RequestRules,
  satisfied: false | null,
): Decision<ServiceRequest> {
  const until = (request.finishedAt ?? 0) + rules.limits.reopenDays * dayMs
  if (command.at >= until || request.wordsGone) return { refusal: 'too_late_to_reopen' }
  const said = requestStep(request, command, 'reopened', { note: reason })
  const held = heldBy(said, request.tier, command.at, rules)
  const next: ServiceRequest = {
    ...held,
    state: 'reopened',
    satisfied,
    comment: satisfied === null ? null : (reason ?? null),
    assigneeId: request.assigneeId,
    assigneeName: request.assigneeName,
  }
  const above = tierAbove(next.tier)
  return requestOwing(next, command, rules, [
    tellTier(next, next.tier, 'request_reopened', reason),
    ...(above ? [tellTier(next, above, 'request_reopened_below', reason)] : []),
    supportersEffect(next, 'supported_moved'),
  ])
}

/** What time alone does: the clock goes on, overdue goes up one tier, a resolution without a word is closed. */
export function decideRequestPassing(
  request: ServiceRequest,
  command: Command,
  rules: RequestRules,
): Decision<ServiceRequest> | undefined {
  if (request.wakesAt === null || request.wakesAt > command.at) return undefined
  if (request.state === 'resolved') {
    const next: ServiceRequest = { ...requestStep(request, command, 'closed_by_silence'), state: 'closed' }
    return requestOwing(next, command, rules, [tellRequester(next, 'request_closed')])
  }
  if (!request.unfinished) return forgotten(request, command, rules)
  if (request.waiting) {
    const next = resumed(requestStep(request, command, 'clock_resumed'), command.at, rules)
    return requestOwing(next, command, rules, [
      tellRequester(next, 'request_clock_resumed'),
      tellTier(next, next.tier, 'request_unanswered'),
    ])
  }
  const above = tierAbove(request.tier)
  if (above === undefined) {
    const next: ServiceRequest = {
      ...requestStep(request, command, 'overdue', { tier: request.tier }),
      overdue: true,
    }
    return requestOwing(next, command, rules, [
      tellRequester(next, 'request_overdue'),
      tellTier(next, next.tier, 'request_overdue_here'),
    ])
  }
  // the tier above can only begin now, however late the timer is
  const said = requestStep(request, command, 'escalated_overdue', { tier: request.tier })
  const next: ServiceRequest = { ...heldBy(said, above, command.at, rules), state: 'filed' }
  return requestOwing(next, command, rules, [
    tellRequester(next, 'request_escalated_overdue'),
    supportersEffect(next, 'supported_moved'),
    tellTier(next, above, 'request_arrived_overdue'),
    tellTier(next, request.tier, 'request_left_overdue'),
  ])
}

function forgotten(request: ServiceRequest, command: Command, rules: RequestRules): Decision<ServiceRequest> {
  const { next, fileIds } = forgetRequestWords(request, command.at, rules)
  return requestOwing(next, command, rules, fileIds.length > 0 ? [{ effect: 'releaseFiles', fileIds }] : [])
}
