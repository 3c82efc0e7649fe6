import type { Instant, MemberId } from '#contract/shared/scalars'
import type { Command, Decision } from '#core/change/aggregate'
import type { GatheredEffect, NoticeEffect } from '#core/change/effect'
import { requestResolved, requestWithEffects, requestWithEvent } from '#core/request/decide'
import { finishedStates, type RequestRules, type ServiceRequest } from '#core/request/request'

/** Somebody whom a campaign is about: they filed a gathered request, or support one. They hear of it once. */
export interface CampaignPerson {
  /** `<publicationId>_<memberId>` */
  _id: string
  communityId: string
  publicationId: string
  memberId: MemberId
  at: Instant
}

export const campaignPersonId = (publicationId: string, memberId: MemberId): string =>
  `${publicationId}_${memberId}`

/** What a request must know of the campaign that gathers it. */
export interface Gathering {
  publicationId: string
  title: string
  category: string | undefined
}

/**
 * Brings a request to a campaign: it stays with the tier that holds it, and its clock goes on. It is an answer of no
 * tier, and comes to one campaign in its life.
 */
export function decideGather(
  request: ServiceRequest,
  command: Command,
  { publicationId, title, category }: Gathering,
  rules: RequestRules,
): Decision<ServiceRequest> {
  if (request.campaignId === publicationId) return { next: request }
  if (request.category !== category) return { refusal: 'not_of_campaign' }
  if (request.campaignId !== undefined) return { refusal: 'in_campaign' }
  if (finishedStates.has(request.state)) return { refusal: 'request_finished' }
  const next: ServiceRequest = {
    ...requestWithEvent(request, command, 'gathered', { note: title }),
    campaignId: publicationId,
  }
  return requestWithEffects(next, command, rules, [
    { effect: 'gathered', publicationId, title, requestId: request._id },
  ])
}

/** Resolves a request of a campaign as its holder would; what is finished stays as it is. */
export function decideResolveGathered(
  request: ServiceRequest,
  command: Command,
  { publicationId, words }: { publicationId: string; words: string },
  rules: RequestRules,
): Decision<ServiceRequest> {
  if (request.campaignId !== publicationId || finishedStates.has(request.state)) return { next: request }
  return requestResolved(request, command, { resolution: words }, rules)
}

/** Tells somebody that what they filed, or support, was gathered: once, whatever of theirs is and by whichever command. */
export function gatheredNotice(
  { publicationId, title, requestId }: GatheredEffect,
  { requesterId, categoryTitle }: Pick<ServiceRequest, 'requesterId' | 'categoryTitle'>,
  to: MemberId,
): NoticeEffect {
  return {
    effect: 'notice',
    noticeId: `n_${publicationId}_${to}_gathered`,
    to,
    kind: to === requesterId ? 'request_gathered' : 'supported_gathered',
    ...{ requestId, title: categoryTitle, note: title },
  }
}
