import { type Context, invalid, isRegistered, type MemberContext, no, yes } from '#app/call/context'
import { requestViewerOf } from '#app/call/viewer'
import { requestRulesOf } from '#app/community/community'
import { openedByStaff } from '#app/member/opening'
import type {
  Hand,
  RequestCard,
  RequestDetail,
  RequestMoved,
  requestHands,
  requestList,
  requestOne,
  requestSimilar,
  requestSupport,
} from '#contract/request'
import type { Input } from '#contract/shared/operation'
import type { Answer, Refusal } from '#contract/shared/refusal'
import type { Page } from '#contract/shared/scalars'
import { campaignPersonId } from '#core/campaign/gather'
import { isAbove, isHolder, queuesOf, type RequestRules, type ServiceRequest } from '#core/request/request'
import { isPrivate } from '#core/request/reserved'
import {
  isSimilar,
  nobody,
  type OpenedRequest,
  requestCardOf,
  requestDetailOf,
  requestPartOf,
} from '#core/request/view'
import { campaignPeople, posts, requests, supports } from '#store/collections'
import type { Sealing } from '#store/sealing/sealing'
import { oneOf } from '#store/words/conditions'
import { putSupport } from '#store/writes/request'

const defaultLimit = 20
/** So many requests of one category and grid are compared, and so many similar ones are shown. */
const lookedAt = 50
const shownSimilar = 5
/** A support remembers so many of its latest commands. */
const rememberedTaps = 5

export const rulesOf = ({ community }: Pick<Context, 'community'>): RequestRules => requestRulesOf(community)
export const movedOf = ({ state, tier, deadline }: ServiceRequest): RequestMoved => ({
  state,
  tier,
  ...(deadline === null ? {} : { dueAt: deadline }),
})

/** Refuses a grid, an estate or a building that is not of this community. */
export function wrongPlace(
  { community }: MemberContext,
  input: Input<typeof requestSimilar>,
): Refusal | undefined {
  if (!community.grids.some(({ gridId }) => gridId === input.gridId))
    return invalid('gridId', 'is not a grid of this community')
  const { estateId, building } = input
  const estate = community.estates.find((each) => each.estateId === estateId)
  if (estateId !== undefined && !estate) return invalid('estateId', 'is not an estate of this community')
  if (building !== undefined && !estate?.buildings.includes(building))
    return invalid('building', 'is not a building of this estate')
  return undefined
}

/** What is compared of many requests; those that are alike are then read whole. */
const comparedFields = [
  ...(['requesterId', 'queue', 'tier', 'gridId', 'events.tier'] as const),
  ...(['estateId', 'building', 'place', 'published', 'supporterCount'] as const),
]

/** Open requests about the same thing, of those that the caller may see. A private one is like no other. */
export async function likeIt(
  context: MemberContext,
  asked: Input<typeof requestSimilar>,
  except?: string,
): Promise<RequestCard[]> {
  if (isPrivate(asked)) return []
  const { communityId, _id: memberId } = context.member
  const open = await requests.find(
    'alike',
    { communityId, category: asked.category, gridId: asked.gridId, unfinished: true },
    { limit: lookedAt, fields: comparedFields, entries: { supporters: memberId } },
  )
  const viewer = requestViewerOf(context)
  const alike = open
    .filter((request) => request._id !== except && isSimilar(request, asked, viewer))
    .sort((a, b) => b.supporterCount - a.supporterCount)
    .slice(0, shownSimilar)
  const found = await requests.getMany(alike.map(({ _id }) => _id))
  return alike.flatMap(({ _id }) =>
    found.filter((request) => request._id === _id).map((request) => requestCardOf(request, viewer)),
  )
}

/** Lists open requests about the same thing, of those that the caller may see: on the board, their own, or their work. */
export async function similar(
  context: MemberContext,
  asked: Input<typeof requestSimilar>,
): Promise<Answer<Page<RequestCard>>> {
  return wrongPlace(context, asked) ?? yes({ items: await likeIt(context, asked) })
}

/**
 * 「我也要」: supports a request or takes the support back. One conditional write on the caller's entry counts it,
 * so that many at once are all counted. The caller's list of what they support is written before the answer.
 */
export async function support(
  context: MemberContext,
  { requestId, supports: on }: Input<typeof requestSupport>,
): Promise<Answer<{ supporters: number }>> {
  const { member, command } = context
  const { _id: memberId, communityId } = member
  const request = await requests.get(requestId)
  if (!request || !requestPartOf(request, requestViewerOf(context))) return no('not_found')
  if (request.requesterId === memberId) return no('own_request')
  if (isPrivate(request)) return no('request_private')
  const mine = request.supporters[memberId]
  const told = mine?.by.includes(command.key) === true
  if (!told && request.unfinished === false && on) return no('request_finished')
  if (!told && (mine?.on ?? false) !== on)
    await putSupport(requestId, memberId, {
      at: command.at,
      on,
      by: [...(mine?.by ?? []), command.key].slice(-rememberedTaps),
    })
  const after = (await requests.get(requestId)) ?? request
  const standing = after.supporters[memberId]?.on ?? false
  const _id = `${requestId}_${memberId}`
  if (standing) await supports.insert({ _id, communityId, memberId, requestId, at: command.at })
  else await supports.remove(_id)
  if (standing && after.campaignId !== undefined)
    await campaignPeople.insert({
      _id: campaignPersonId(after.campaignId, memberId),
      ...{ communityId, publicationId: after.campaignId, memberId, at: command.at },
    })
  return yes({ supporters: after.supporterCount })
}

export async function list(
  context: MemberContext,
  { scope, category, finished = false, cursor, limit = defaultLimit }: Input<typeof requestList>,
): Promise<Answer<Page<RequestCard>>> {
  const { member } = context
  const { communityId } = member
  const viewer = requestViewerOf(context)
  if (scope === 'supported') {
    const page = await supports.page('byMember', { memberId: member._id }, { cursor, limit })
    const found = await requests.getMany(page.items.map(({ requestId }) => requestId))
    const seen = page.items.flatMap(({ requestId }) => found.find(({ _id }) => _id === requestId) ?? [])
    return yes({ ...page, items: seen.map((request) => requestCardOf(request, viewer)) })
  }
  const queues = queuesOf(viewer.grants)
  if (scope === 'queue' && queues.length === 0) return yes({ items: [] })
  const board = { communityId, onBoard: true }
  const queue = { communityId, queue: oneOf(queues), unfinished: !finished }
  const listing = { cursor, limit, backwards: scope === 'queue' && finished }
  const lists = {
    mine: () => requests.page('mine', { requesterId: member._id }, listing),
    published: () =>
      category === undefined
        ? requests.page('board', board, listing)
        : requests.page('boardOfCategory', { ...board, category }, listing),
    queue: () =>
      category === undefined
        ? requests.page('queue', queue, listing)
        : requests.page('queueOfCategory', { ...queue, category }, listing),
  }
  const page = await lists[scope]()
  return yes({ ...page, items: page.items.map((request) => requestCardOf(request, viewer)) })
}

/**
 * Shows a request as far as the caller may see it. The tiers that work on it see for whom it was filed, on record;
 * somebody who is not registered sees what the board shows.
 */
export async function get(
  context: Context,
  { requestId }: Input<typeof requestOne>,
): Promise<Answer<RequestDetail>> {
  const request = await requests.get(requestId)
  return isRegistered(context) ? getAs(context, request) : shownToAll(context, request)
}

/** Whoever is not known is asked who they are before they hear whether there is such a request. */
function shownToAll(context: Context, request: ServiceRequest | undefined): Answer<RequestDetail> {
  if (!request?.onBoard)
    return no(context.identity.openid === undefined ? 'unauthenticated' : 'not_registered')
  const detail = requestDetailOf(request, nobody, rulesOf(context), context.command.at)
  return yes({ ...detail, stranger: true })
}

async function getAs(
  context: MemberContext,
  request: ServiceRequest | undefined,
): Promise<Answer<RequestDetail>> {
  const { member, command, settings } = context
  const viewer = requestViewerOf(context)
  if (!request || !requestPartOf(request, viewer)) return no('not_found')
  const own = request.requesterId === member._id
  const staff = isHolder(request, viewer.grants) || isAbove(request, viewer.grants)
  const sealed = own || staff ? openedOf(request, settings.sealing) : {}
  const fields = [...Object.keys(sealed.forResident ?? {}), ...(sealed.answers ? ['answers'] : [])]
  const spent =
    !own &&
    fields.length > 0 &&
    (await openedByStaff(context, {
      once: 'an hour',
      of: [request._id],
      subjectId: request.requesterId,
      fields,
      reason: 'request_staff',
      about: request._id,
    }))
  const detail = requestDetailOf(request, viewer, rulesOf(context), command.at, spent ? {} : sealed)
  return yes({ ...detail, ...(spent && { lookupsSpent: true }) })
}

/** What of a request is sealed, opened. */
function openedOf({ _id, forResident, guideAnswers }: ServiceRequest, sealing: Sealing): OpenedRequest {
  const open = (text: string, field: SealedPart) => JSON.parse(sealing.open(text, requestSeal(_id, field)))
  return {
    ...(forResident !== null && { forResident: open(forResident, 'forResident') }),
    ...(guideAnswers && { answers: open(guideAnswers, 'guideAnswers') }),
  }
}

type SealedPart = 'forResident' | 'guideAnswers'
/** What a sealed part of a request is bound to. */
export const requestSeal = (id: string, field: SealedPart) => ({ collection: 'requests', id, field }) as const

/** Lists the people of the holding tier who may be asked to handle a request. */
export async function hands(
  context: MemberContext,
  { requestId }: Input<typeof requestHands>,
): Promise<Answer<Page<Hand>>> {
  const request = await requests.get(requestId)
  if (!request || !isHolder(request, requestViewerOf(context).grants)) return no('not_found')
  const held = await posts.find('byQueue', { queue: request.queue, held: true }, { limit: lookedAt })
  return yes({ items: held.map(({ memberId, memberName }) => ({ memberId, name: memberName })) })
}
