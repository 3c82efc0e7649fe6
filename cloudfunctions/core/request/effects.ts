import type { Tier } from '#contract/member'
import type { Effect, NoticeEffect } from '#core/change/effect'
import { queueOf, type ServiceRequest } from './request'
import { isPrivate } from './reserved'

type Kind = NoticeEffect['kind']

/** A notice's id derives from the request's event and the recipient, so that it is stored once. */
const named = (request: ServiceRequest, to: string) => `n_${request._id}_${request.rev}_${to}`

const about = (request: ServiceRequest, note?: string) => ({
  requestId: request._id,
  // of a pre-acceptance, the guide's title says more than its category
  title: isPrivate(request) ? request.description : request.categoryTitle,
  ...(note === undefined ? {} : { note }),
})

export function tellRequester(request: ServiceRequest, kind: Kind, note?: string): Effect {
  const to = request.requesterId
  return { effect: 'notice', noticeId: named(request, to), to, kind, ...about(request, note) }
}

/** Tells everybody who works at this tier's queue. */
export function tellTier(request: ServiceRequest, tier: Tier, kind: Kind, note?: string): Effect {
  const queue = queueOf(tier, request.gridId)
  return { effect: 'tellQueue', noticeId: named(request, queue), queue, kind, ...about(request, note) }
}

export function tellOne(request: ServiceRequest, to: string, kind: Kind, note?: string): Effect {
  return { effect: 'notice', noticeId: named(request, `${to}_hand`), to, kind, ...about(request, note) }
}

/**
 * Tells the supporters; they are read when the effect is carried out. Nothing where there are none: who supports
 * it later sees how it stands.
 */
export function supportersEffect(request: ServiceRequest, kind: Kind, note?: string): Effect[] {
  if (request.supporterCount === 0) return []
  const noticeId = named(request, 'supporters')
  return [{ effect: 'tellSupporters', noticeId, kind, ...about(request, note) }]
}

/** The counts of the day are to be made anew from that day's requests. */
export const recountEffect = (request: ServiceRequest): Effect => ({
  effect: 'recount',
  communityId: request.communityId,
  day: request.filedDay,
})
