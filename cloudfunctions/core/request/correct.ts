import type { MemberId } from '#contract/shared/scalars'
import type { Command, Decision } from '#core/change/aggregate'
import { requestWithEffects, requestWithEvent, withoutClock } from './decide'
import { supportersEffect, tellTier } from './effects'
import { finishedStates, type RequestRules, type ServiceRequest } from './request'
import { isPrivate } from './reserved'

/** What whoever filed a request corrects; what is absent stays. */
export type Correction = Partial<
  Pick<ServiceRequest, 'description' | 'place' | 'answers' | 'fileIds' | 'textChecked'>
>

/**
 * Whether nobody has relied on the words yet: no tier has answered, no board shows them, nobody supports them. To a
 * pre-acceptance, whose answers an edition's questions asked for, more is said instead.
 */
export const isCorrectable = (
  request: Pick<ServiceRequest, 'category' | 'state' | 'respondedAt' | 'published' | 'supporterCount'>,
): boolean =>
  !isPrivate(request) &&
  request.state === 'filed' &&
  request.respondedAt === null &&
  request.published === null &&
  request.supporterCount === 0

/** Other words or pictures while nobody has relied on them; the category and the grid stay, since they set the time. */
export function decideCorrect(
  request: ServiceRequest,
  command: Command,
  memberId: MemberId,
  correction: Correction,
  rules: RequestRules,
): Decision<ServiceRequest> {
  if (request.requesterId !== memberId) return { refusal: 'not_found' }
  if (finishedStates.has(request.state)) return { refusal: 'request_finished' }
  if (!isCorrectable(request)) return { refusal: 'request_relied_on' }
  const corrected: ServiceRequest = { ...request, ...correction }
  if (JSON.stringify(corrected) === JSON.stringify(request)) return { next: request }
  const next: ServiceRequest = { ...requestWithEvent(request, command, 'corrected'), ...correction }
  const gone = request.fileIds.filter((fileId) => !next.fileIds.includes(fileId))
  return requestWithEffects(
    next,
    command,
    rules,
    gone.length > 0 ? [{ effect: 'releaseFiles', fileIds: gone }] : [],
  )
}

/** So often more may be said to one request. */
export const manySupplements = 20

/** Adds words or pictures to an unfinished request; the tier that holds it is told, and no clock changes. */
export function decideSupplement(
  request: ServiceRequest,
  command: Command,
  memberId: MemberId,
  { words, fileIds }: { words: string; fileIds?: string[] | undefined },
  rules: RequestRules,
): Decision<ServiceRequest> {
  if (request.requesterId !== memberId) return { refusal: 'not_found' }
  if (finishedStates.has(request.state)) return { refusal: 'request_finished' }
  const before = request.events.filter(({ event }) => event === 'supplemented').length
  if (before >= manySupplements) return { refusal: 'supplements_spent' }
  const next = requestWithEvent(request, command, 'supplemented', { note: words, fileIds })
  return requestWithEffects(next, command, rules, [tellTier(next, next.tier, 'request_supplemented', words)])
}

/**
 * Whoever filed an unfinished request withdraws it: it is closed, off the board, and counted apart. `worksOnIt`:
 * whoever sends it works for the tier that holds it; nobody takes their own work out of the figures.
 */
export function decideWithdrawRequest(
  request: ServiceRequest,
  command: Command,
  memberId: MemberId,
  { reason, worksOnIt }: { reason: string; worksOnIt: boolean },
  rules: RequestRules,
): Decision<ServiceRequest> {
  if (request.requesterId !== memberId) return { refusal: 'not_found' }
  if (request.withdrawn) return { next: request }
  if (finishedStates.has(request.state)) return { refusal: 'request_finished' }
  if (worksOnIt) return { refusal: 'own_withdrawal' }
  const said = requestWithEvent(request, command, 'withdrawn', { note: reason })
  const next: ServiceRequest = {
    ...withoutClock(said),
    state: 'closed',
    withdrawn: true,
    published: null,
    onBoard: false,
  }
  // it cannot be opened again, so nobody needs them
  if (next.guideAnswers) next.guideAnswers = null
  return requestWithEffects(next, command, rules, [
    tellTier(next, next.tier, 'request_withdrawn', reason),
    ...supportersEffect(next, 'supported_withdrawn'),
  ])
}
