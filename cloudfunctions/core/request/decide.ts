import { type RequestEvent, tierAbove, tierBelow } from '#contract/request'
import type { Instant } from '#contract/shared/scalars'
import { dayMs } from '#contract/shared/time'
import { afterWorkMinutes, workMinutesBetween } from '#core/calendar/workHours'
import { type Command, type Decision, withEffects, withEvent } from '#core/change/aggregate'
import type { Effect } from '#core/change/effect'
import { recountEffect, supportersEffect, tellOne, tellRequester, tellTier } from './effects'
import {
  finishedStates,
  isAbove,
  isHolder,
  lastAt,
  type Officer,
  type RequestRecorded,
  type RequestRules,
  type ServiceRequest,
  withHolder,
  workdayMinutes,
} from './request'
import { isPrivate } from './reserved'
import { picturesOf, requestForgetsAt } from './retention'

/** When time alone will next change it. */
function naturalDueAt(request: ServiceRequest, rules: RequestRules): Instant | null {
  const { limits } = rules
  if (request.state === 'resolved') return (request.finishedAt ?? 0) + limits.silentCloseDays * dayMs
  if (!request.unfinished) return requestForgetsAt(request, rules)
  if (request.waiting) return request.waiting.resumesAt
  return request.overdue ? null : request.deadline
}

interface Said {
  tier?: ServiceRequest['tier']
  note?: string | undefined
  fileIds?: string[] | undefined
  hand?: Officer
}

/** Appends an event, never earlier than the event before. */
export function requestWithEvent(
  request: ServiceRequest,
  command: Command,
  event: RequestEvent['event'],
  { tier, note, fileIds, hand }: Said = {},
): ServiceRequest {
  const at = Math.max(command.at, lastAt(request))
  const next = withEvent(request, { ...command, at }, event, note)
  const line: RequestRecorded = { ...(next.events.at(-1) as RequestRecorded) }
  if (tier !== undefined) line.tier = tier
  if (fileIds !== undefined && fileIds.length > 0) line.fileIds = fileIds
  if (hand !== undefined) Object.assign(line, { handId: hand.memberId, handName: hand.name })
  return { ...next, events: [...next.events.slice(0, -1), line] }
}

/** The new state with its effects, its position in the queue, and the time at which it is looked at next. */
export function requestWithEffects(
  next: ServiceRequest,
  command: Command,
  rules: RequestRules,
  effects: Effect[],
): { next: ServiceRequest } {
  const sortAt = next.waiting?.resumesAt ?? (next.unfinished ? next.deadline : next.finishedAt) ?? next.sortAt
  return withEffects(
    { ...next, sortAt },
    command,
    [...effects, recountEffect(next)],
    naturalDueAt(next, rules),
  )
}

/** A tier has answered; the first answer counts for the response rate. */
const responding = (request: ServiceRequest): ServiceRequest =>
  request.respondedAt === null ? { ...request, respondedAt: lastAt(request) } : request

/** A holder's commands need an unfinished request. */
function refusedToHolder(request: ServiceRequest, { grants }: Officer): Decision<ServiceRequest> | undefined {
  if (!isHolder(request, grants)) return { refusal: 'not_found' }
  if (finishedStates.has(request.state)) return { refusal: 'request_finished' }
  return undefined
}

export function decideFile(
  start: ServiceRequest,
  command: Command,
  rules: RequestRules,
): Decision<ServiceRequest> {
  const next = requestWithEvent(start, command, 'filed')
  return requestWithEffects(next, command, rules, [tellTier(next, 'grid', 'request_arrived')])
}

/** The tier accepts the request. */
export function decideAccept(
  request: ServiceRequest,
  command: Command,
  officer: Officer,
  rules: RequestRules,
): Decision<ServiceRequest> {
  const refused = refusedToHolder(request, officer)
  if (refused) return refused
  if (request.state !== 'filed' && request.state !== 'reopened') return { next: request }
  const said = requestWithEvent(request, command, 'accepted', { tier: request.tier })
  const next: ServiceRequest = { ...responding(said), state: 'accepted' }
  return requestWithEffects(next, command, rules, [
    tellRequester(next, 'request_accepted'),
    ...supportersEffect(next, 'supported_moved'),
  ])
}

/** Somebody of the holding tier is asked to handle it. */
export function decideAssign(
  request: ServiceRequest,
  command: Command,
  officer: Officer,
  hand: Officer,
  rules: RequestRules,
): Decision<ServiceRequest> {
  const refused = refusedToHolder(request, officer)
  if (refused) return refused
  if (!isHolder(request, hand.grants)) return { refusal: 'not_of_this_tier' }
  if (request.assigneeId === hand.memberId) return { next: request }
  const said = requestWithEvent(request, command, 'assigned', { tier: request.tier, hand })
  const next: ServiceRequest = {
    ...responding(said),
    state: request.state === 'in_work' ? 'in_work' : 'assigned',
    assigneeId: hand.memberId,
    assigneeName: hand.name,
  }
  return requestWithEffects(next, command, rules, [
    tellRequester(next, 'request_assigned'),
    ...(hand.memberId === officer.memberId ? [] : [tellOne(next, hand.memberId, 'request_assigned_you')]),
  ])
}

/** Whether a pre-acceptance may be said to be at this stage: its present one, or a later one of its guide. */
const isStageAhead = ({ guide }: ServiceRequest, stage: number): boolean =>
  guide !== undefined && stage >= guide.stage && stage < guide.stages.length

/** Tells the requester and the supporters what has been done so far; of a pre-acceptance, which stage it has reached. */
export function decideProgress(
  request: ServiceRequest,
  command: Command,
  officer: Officer,
  { note, fileIds, stage }: { note: string; fileIds?: string[] | undefined; stage?: number | undefined },
  rules: RequestRules,
): Decision<ServiceRequest> {
  const refused = refusedToHolder(request, officer)
  if (refused) return refused
  if (stage !== undefined && !isStageAhead(request, stage)) return { refusal: 'stage_unfit' }
  const said = requestWithEvent(request, command, 'progressed', { tier: request.tier, note, fileIds })
  const next: ServiceRequest = { ...responding(said), state: 'in_work' }
  if (stage !== undefined && next.guide) next.guide = { ...next.guide, stage }
  return requestWithEffects(next, command, rules, [
    tellRequester(next, 'request_progressed', note),
    ...supportersEffect(next, 'supported_moved'),
  ])
}

/** Asks the requester a question: the clock stands still until the answer, for some working days at most. */
export function decideAsk(
  request: ServiceRequest,
  command: Command,
  officer: Officer,
  question: string,
  rules: RequestRules,
): Decision<ServiceRequest> {
  const refused = refusedToHolder(request, officer)
  if (refused) return refused
  if (request.waiting || request.deadline === null) return { refusal: 'already_asked' }
  const said = requestWithEvent(request, command, 'asked', { tier: request.tier, note: question })
  const { calendar, limits } = rules
  const at = lastAt(said)
  const next: ServiceRequest = {
    ...responding(said),
    deadline: null,
    waiting: {
      question,
      leftMinutes: workMinutesBetween(at, request.deadline, calendar),
      resumesAt: afterWorkMinutes(at, limits.waitDays * workdayMinutes(calendar), calendar),
    },
  }
  return requestWithEffects(next, command, rules, [tellRequester(next, 'request_asked', question)])
}

/** The clock continues at the last event, with the time that was left. */
export function withClockResumed(request: ServiceRequest, { calendar }: RequestRules): ServiceRequest {
  if (!request.waiting) return request
  const deadline = afterWorkMinutes(lastAt(request), request.waiting.leftMinutes, calendar)
  return { ...request, waiting: null, deadline }
}

/**
 * Extends the deadline by working days, with a reason that the requester reads. For a second extension in one
 * tier, the tier above has to approve.
 */
export function decideExtend(
  request: ServiceRequest,
  command: Command,
  officer: Officer,
  { days, reason }: { days: number; reason: string },
  rules: RequestRules,
): Decision<ServiceRequest> {
  const refused = refusedToHolder(request, officer)
  if (refused) return refused
  if (request.waiting || request.deadline === null) return { refusal: 'already_asked' }
  if (request.overdue) return { refusal: 'request_overdue' }
  const above = tierAbove(request.tier)
  const ownAccord = request.extensions === 0 && days <= rules.limits.extendDays
  if (!ownAccord && above === undefined) return { refusal: 'extension_too_long' }
  if (!ownAccord && above !== undefined) {
    if (request.extensionAsked) return { refusal: 'already_asked' }
    const said = requestWithEvent(request, command, 'extension_asked', { tier: request.tier, note: reason })
    const next: ServiceRequest = { ...responding(said), extensionAsked: { days, reason } }
    return requestWithEffects(next, command, rules, [
      tellRequester(next, 'request_wants_time', reason),
      tellTier(next, above, 'extension_asked', reason),
    ])
  }
  const said = requestWithEvent(request, command, 'extended', { tier: request.tier, note: reason })
  const next = longer(responding(said), days, rules)
  return requestWithEffects(next, command, rules, [tellRequester(next, 'request_extended', reason)])
}

function longer(request: ServiceRequest, days: number, { calendar }: RequestRules): ServiceRequest {
  const minutes = days * workdayMinutes(calendar)
  return {
    ...request,
    extensions: request.extensions + 1,
    extensionAsked: null,
    deadline: request.deadline === null ? null : afterWorkMinutes(request.deadline, minutes, calendar),
  }
}

/** Moves it one tier up, with a reason; the tier above gets its own hold time. */
export function decideEscalate(
  request: ServiceRequest,
  command: Command,
  officer: Officer,
  reason: string,
  rules: RequestRules,
): Decision<ServiceRequest> {
  const refused = refusedToHolder(request, officer)
  if (refused) return refused
  const above = tierAbove(request.tier)
  if (above === undefined) return { refusal: 'no_tier_above' }
  const said = requestWithEvent(request, command, 'escalated', { tier: request.tier, note: reason })
  const next: ServiceRequest = {
    ...withHolder(responding(said), above, rules),
    state: 'filed',
  }
  return requestWithEffects(next, command, rules, [
    tellRequester(next, 'request_escalated', reason),
    ...supportersEffect(next, 'supported_moved'),
    tellTier(next, above, 'request_arrived', reason),
  ])
}

/** The tier above takes it over. */
export function decideTakeOver(
  request: ServiceRequest,
  command: Command,
  officer: Officer,
  reason: string | undefined,
  rules: RequestRules,
): Decision<ServiceRequest> {
  const above = tierAbove(request.tier)
  if (above === undefined || !isAbove(request, officer.grants)) return { refusal: 'not_found' }
  if (finishedStates.has(request.state)) return { refusal: 'request_finished' }
  const said = requestWithEvent(request, command, 'taken_over', { tier: above, note: reason })
  const next: ServiceRequest = {
    ...withHolder(responding(said), above, rules),
    state: 'accepted',
  }
  return requestWithEffects(next, command, rules, [
    tellRequester(next, 'request_taken_over', reason),
    ...supportersEffect(next, 'supported_moved'),
    tellTier(next, request.tier, 'request_left', reason),
  ])
}

/** Returns it to the tier below, which gets its hold time again. */
export function decideReturn(
  request: ServiceRequest,
  command: Command,
  officer: Officer,
  reason: string,
  rules: RequestRules,
): Decision<ServiceRequest> {
  const refused = refusedToHolder(request, officer)
  if (refused) return refused
  const below = tierBelow(request.tier)
  if (below === undefined) return { refusal: 'no_tier_below' }
  const said = requestWithEvent(request, command, 'returned', { tier: request.tier, note: reason })
  const next: ServiceRequest = {
    ...withHolder(responding(said), below, rules),
    state: 'filed',
  }
  return requestWithEffects(next, command, rules, [
    tellRequester(next, 'request_returned', reason),
    tellTier(next, below, 'request_arrived', reason),
  ])
}

/** Whether somebody has asked for the extension that waits. With posts in two tiers they do not grant it as well. */
const hasAskedForTime = ({ events }: ServiceRequest, whoId: Command['whoId']): boolean =>
  whoId !== undefined && events.filter(({ event }) => event === 'extension_asked').at(-1)?.whoId === whoId

/** The tier above approves an extension, or accepts a request that was escalated to it. */
export function decideApprove(
  request: ServiceRequest,
  command: Command,
  officer: Officer,
  rules: RequestRules,
): Decision<ServiceRequest> {
  const { extensionAsked } = request
  if (extensionAsked && isAbove(request, officer.grants)) {
    if (finishedStates.has(request.state)) return { refusal: 'request_finished' }
    if (hasAskedForTime(request, command.whoId)) return { refusal: 'own_word' }
    const above = tierAbove(request.tier)
    const said = requestWithEvent(request, command, 'extension_approved', {
      ...(above && { tier: above }),
      note: extensionAsked.reason,
    })
    const next = longer(said, extensionAsked.days, rules)
    return requestWithEffects(next, command, rules, [
      tellRequester(next, 'request_extended', extensionAsked.reason),
      tellTier(next, request.tier, 'extension_approved'),
    ])
  }
  if (!isHolder(request, officer.grants)) return { refusal: 'not_found' }
  return decideAccept(request, command, officer, rules)
}

export function decideResolve(
  request: ServiceRequest,
  command: Command,
  officer: Officer,
  result: Result,
  rules: RequestRules,
): Decision<ServiceRequest> {
  return refusedToHolder(request, officer) ?? requestResolved(request, command, result, rules)
}

interface Result {
  resolution: string
  fileIds?: string[] | undefined
}

/** The request resolved, whoever has the right to say so. */
export function requestResolved(
  request: ServiceRequest,
  command: Command,
  { resolution, fileIds }: Result,
  rules: RequestRules,
): { next: ServiceRequest } {
  const said = requestWithEvent(request, command, 'resolved', {
    tier: request.tier,
    note: resolution,
    fileIds,
  })
  const next: ServiceRequest = {
    ...withoutClock(responding(said)),
    state: 'resolved',
    resolution,
  }
  return requestWithEffects(next, command, rules, [
    tellRequester(next, 'request_resolved', resolution),
    ...supportersEffect(next, 'supported_resolved'),
  ])
}

/** The tier declines it, with the reason. */
export function decideDecline(
  request: ServiceRequest,
  command: Command,
  officer: Officer,
  reason: string,
  rules: RequestRules,
): Decision<ServiceRequest> {
  const refused = refusedToHolder(request, officer)
  if (refused) return refused
  const said = requestWithEvent(request, command, 'declined', { tier: request.tier, note: reason })
  const next: ServiceRequest = { ...withoutClock(responding(said)), state: 'declined' }
  return requestWithEffects(next, command, rules, [
    tellRequester(next, 'request_declined', reason),
    ...supportersEffect(next, 'supported_moved'),
  ])
}

/** The finished request: no clock runs any more. */
export function withoutClock(request: ServiceRequest): ServiceRequest {
  return {
    ...request,
    unfinished: false,
    finishedAt: lastAt(request),
    deadline: null,
    waiting: null,
    overdue: false,
    extensionAsked: null,
  }
}

/** Publishes a text that a worker has cleared of personal data; `null` takes it off the board. */
export function decidePublishRequest(
  request: ServiceRequest,
  command: Command,
  { grants }: Officer,
  cleared: { title: string; text: string; fileIds?: string[] | undefined } | null,
  rules: RequestRules,
): Decision<ServiceRequest> {
  if (!isHolder(request, grants)) return { refusal: 'not_found' }
  if (isPrivate(request)) return { refusal: 'request_private' }
  if (cleared !== null && (request.wordsGone || request.withdrawn)) return { refusal: 'request_finished' }
  if (cleared === null && request.published === null) return { next: request }
  const event = cleared === null ? 'unpublished' : 'published'
  const { fileIds = request.published?.fileIds ?? [], ...words } = cleared ?? { title: '', text: '' }
  if (!fileIds.every((fileId) => picturesOf(request).includes(fileId))) return { refusal: 'picture_gone' }
  const next: ServiceRequest = {
    ...requestWithEvent(request, command, event, { tier: request.tier }),
    published: cleared && { ...words, at: command.at, ...(fileIds.length > 0 && { fileIds }) },
    onBoard: cleared !== null,
  }
  return requestWithEffects(next, command, rules, [
    tellRequester(next, cleared ? 'request_published' : 'request_unpublished'),
  ])
}
