import { tierAbove } from '#contract/request'
import type { MemberId } from '#contract/shared/scalars'
import { dayMs } from '#contract/shared/time'
import type { Command, Decision } from '#core/change/aggregate'
import { requestWithEffects, requestWithEvent, withClockResumed } from './decide'
import { supportersEffect, tellRequester, tellTier } from './effects'
import { hasResolved, type RequestRules, type ServiceRequest, withHolder } from './request'
import { forgetRequestWords } from './retention'

/** The requester answers a question; the clock continues. */
export function decideAnswer(
  request: ServiceRequest,
  command: Command,
  memberId: MemberId,
  { answer, fileIds }: { answer: string; fileIds?: string[] | undefined },
  rules: RequestRules,
): Decision<ServiceRequest> {
  if (request.requesterId !== memberId) return { refusal: 'not_found' }
  if (!request.waiting) return { refusal: 'nothing_asked' }
  const next = withClockResumed(
    requestWithEvent(request, command, 'answered', { note: answer, fileIds }),
    rules,
  )
  return requestWithEffects(next, command, rules, [tellTier(next, next.tier, 'request_answered', answer)])
}

/**
 * The requester's rating: satisfied closes it; not satisfied reopens it, and the tier above is told. It may
 * be changed while the request may be reopened.
 */
export function decideRate(
  request: ServiceRequest,
  command: Command,
  memberId: MemberId,
  { satisfied, comment }: { satisfied: boolean; comment: string | null },
  rules: RequestRules,
): Decision<ServiceRequest> {
  if (request.requesterId !== memberId) return { refusal: 'not_found' }
  if (request.withdrawn) return { refusal: 'request_withdrawn' }
  if (request.state !== 'resolved' && request.state !== 'closed') return { refusal: 'not_resolved' }
  if (request.wordsGone) return { refusal: 'too_late_to_reopen' }
  if (!satisfied) return reopened(request, command, comment ?? undefined, rules, false)
  // a worker who resolved it cannot rate it as the requester's proxy either
  if (hasResolved(request, memberId) || hasResolved(request, command.whoId ?? memberId))
    return { refusal: 'own_work' }
  if (request.state === 'closed' && request.satisfied === true) return { next: request }
  const said = requestWithEvent(request, command, 'rated', comment === null ? {} : { note: comment })
  const next: ServiceRequest = { ...said, state: 'closed', satisfied: true, comment }
  return requestWithEffects(next, command, rules, [
    tellTier(next, next.tier, 'request_praised', comment ?? undefined),
  ])
}

/** Opens a finished request again. After 「不满意」 it is open already, and this succeeds. */
export function decideReopen(
  request: ServiceRequest,
  command: Command,
  memberId: MemberId,
  reason: string,
  rules: RequestRules,
): Decision<ServiceRequest> {
  if (request.requesterId !== memberId) return { refusal: 'not_found' }
  if (request.withdrawn) return { refusal: 'request_withdrawn' }
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
  const said = requestWithEvent(request, command, 'reopened', { note: reason })
  const held = withHolder(said, request.tier, rules)
  const next: ServiceRequest = {
    ...held,
    state: 'reopened',
    satisfied,
    comment: satisfied === null ? null : (reason ?? null),
    assigneeId: request.assigneeId,
    assigneeName: request.assigneeName,
  }
  const above = tierAbove(next.tier)
  return requestWithEffects(next, command, rules, [
    tellTier(next, next.tier, 'request_reopened', reason),
    ...(above ? [tellTier(next, above, 'request_reopened_below', reason)] : []),
    ...supportersEffect(next, 'supported_moved'),
  ])
}

/**
 * What time alone does: a stopped clock continues, an overdue request goes up one tier, a resolved one is
 * closed.
 */
export function decideRequestPassing(
  request: ServiceRequest,
  command: Command,
  rules: RequestRules,
): Decision<ServiceRequest> | undefined {
  if (request.wakesAt === null || request.wakesAt > command.at) return undefined
  if (request.state === 'resolved') {
    const next: ServiceRequest = {
      ...requestWithEvent(request, command, 'closed_by_silence'),
      state: 'closed',
    }
    return requestWithEffects(next, command, rules, [tellRequester(next, 'request_closed')])
  }
  if (!request.unfinished) return forgotten(request, command, rules)
  if (request.waiting) {
    const next = withClockResumed(requestWithEvent(request, command, 'clock_resumed'), rules)
    return requestWithEffects(next, command, rules, [
      tellRequester(next, 'request_clock_resumed'),
      tellTier(next, next.tier, 'request_unanswered'),
    ])
  }
  const above = tierAbove(request.tier)
  if (above === undefined) {
    const next: ServiceRequest = {
      ...requestWithEvent(request, command, 'overdue', { tier: request.tier }),
      overdue: true,
    }
    return requestWithEffects(next, command, rules, [
      tellRequester(next, 'request_overdue'),
      tellTier(next, next.tier, 'request_overdue_here'),
    ])
  }
  // the tier above begins now, even where the timer is late
  const said = requestWithEvent(request, command, 'escalated_overdue', { tier: request.tier })
  const next: ServiceRequest = { ...withHolder(said, above, rules), state: 'filed' }
  return requestWithEffects(next, command, rules, [
    tellRequester(next, 'request_escalated_overdue'),
    ...supportersEffect(next, 'supported_moved'),
    tellTier(next, above, 'request_arrived_overdue'),
    tellTier(next, request.tier, 'request_left_overdue'),
  ])
}

function forgotten(request: ServiceRequest, command: Command, rules: RequestRules): Decision<ServiceRequest> {
  const { next, fileIds } = forgetRequestWords(request, command.at, rules)
  return requestWithEffects(
    next,
    command,
    rules,
    fileIds.length > 0 ? [{ effect: 'releaseFiles', fileIds }] : [],
  )
}
