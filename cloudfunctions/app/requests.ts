import type { InputOf, Operation } from '#contract/operations'
import type { Answer, Refusal } from '#contract/refusal'
import type { Hand, RequestCard, RequestDetail, RequestFiled, RequestMoved } from '#contract/request'
import type { Page } from '#contract/scalars'
import type { Decision } from '#core/aggregate'
import * as rule from '#core/request/decide'
import {
  isAbove,
  isHolder,
  newRequest,
  type Officer,
  queuesOf,
  type RequestRules,
  type ServiceRequest,
} from '#core/request/request'
import {
  isSimilar,
  type RequestViewer,
  requestCardOf,
  requestDetailOf,
  requestPartOf,
} from '#core/request/view'
import { decideAnswer, decideRate, decideReopen } from '#core/request/word'
import { members, openings, posts, requests, supports } from '#store/collections'
import { operator } from '#store/sdk'
import { checkText } from '#store/wechat'
import { change } from './change'
import { requestRulesOf } from './community'
import { invalid, type MemberContext, no, yes } from './context'
import { derivedId } from './ids'

const defaultLimit = 20
/** Requests of one kind and grid that are looked at for likeness, and how many are shown. */
const lookedAt = 50
const shownSimilar = 5
/** Looking again within this belongs to the same opening. */
const openingMs = 3_600_000
/** A support's latest commands that are remembered. */
const rememberedTaps = 5

const rulesOf = ({ community }: MemberContext): RequestRules => requestRulesOf(community)
const viewerOf = ({ member }: MemberContext): RequestViewer => ({
  memberId: member._id,
  grants: member.state === 'verified' ? member.roles : [],
})
const officerOf = ({ member }: MemberContext): Officer => ({
  memberId: member._id,
  name: member.name,
  grants: member.roles,
})

const movedOf = ({ state, tier, deadline }: ServiceRequest): RequestMoved => ({
  state,
  tier,
  ...(deadline === null ? {} : { dueAt: deadline }),
})

/** Files a request; the id derives from the command, so a repeat is the same request. */
export async function file(
  context: MemberContext,
  input: InputOf<'request.file'>,
): Promise<Answer<RequestFiled>> {
  const { member, community, command, settings } = context
  const category = community.requestCategories.find((offered) => offered.category === input.category)
  if (!category) return invalid('category', 'is not a category of this community')
  const astray = wrongPlace(context, input)
  if (astray) return astray
  const requestId = derivedId('r', command.key)
  const past = await requests.get(requestId)
  if (past) return await filedOf(context, past, input)
  const grids = queuesOf(member.roles)
  if (input.forResident && grids.length === 0) return no('forbidden')
  const given = input.answers ?? {}
  const answers = category.fields.flatMap(({ field, title }) => {
    const value = given[field]
    return value ? [{ title, value }] : []
  })
  const words = [input.description, input.place ?? '', ...answers.map(({ value }) => value)].join('\n')
  const check = await checkText(member.openid, words)
  if (check === 'risky') return no('text_risky')
  const start = newRequest(
    {
      _id: requestId,
      communityId: member.communityId,
      category: category.category,
      categoryTitle: category.title,
      answers,
      description: input.description,
      textChecked: check === 'pass',
      gridId: input.gridId,
      estateId: input.estateId ?? null,
      building: input.building ?? null,
      place: input.place ?? null,
      fileIds: [],
      requesterId: member._id,
      requesterName: member.name,
      forResident: input.forResident
        ? settings.sealing.seal(JSON.stringify(input.forResident), sealedAt(requestId))
        : null,
    },
    command,
    rulesOf(context),
  )
  const filed = await change(
    requests,
    requestId,
    command,
    (request) => rule.decideFile(request, command, rulesOf(context)),
    start,
  )
  return filed.refusal ?? (await filedOf(context, filed.state, input))
}

const sealedAt = (id: string) => ({ collection: 'requests', id, field: 'forResident' }) as const

async function filedOf(
  context: MemberContext,
  request: ServiceRequest,
  input: InputOf<'request.similar'>,
): Promise<Answer<RequestFiled>> {
  if (request.events[0]?.fingerprint !== context.command.fingerprint) return no('conflict')
  return yes({
    requestId: request._id,
    ...movedOf(request),
    similar: await likeIt(context, input, request._id),
  })
}

/** The grid, and where they are said, the estate and its building are of this community. */
function wrongPlace({ community }: MemberContext, input: InputOf<'request.similar'>): Refusal | undefined {
  if (!community.grids.some(({ gridId }) => gridId === input.gridId))
    return invalid('gridId', 'is not a grid of this community')
  const { estateId, building } = input
  const estate = community.estates.find((each) => each.estateId === estateId)
  if (estateId !== undefined && !estate) return invalid('estateId', 'is not an estate of this community')
  if (building !== undefined && !estate?.buildings.includes(building))
    return invalid('building', 'is not a building of this estate')
  return undefined
}

async function likeIt(
  context: MemberContext,
  asked: InputOf<'request.similar'>,
  except?: string,
): Promise<RequestCard[]> {
  const { communityId } = context.member
  const open = await requests.find(
    { communityId, category: asked.category, gridId: asked.gridId, unfinished: true },
    ['filedAt', -1],
    lookedAt,
  )
  const viewer = viewerOf(context)
  return open
    .filter((request) => request._id !== except && isSimilar(request, asked))
    .sort((a, b) => b.supporterCount - a.supporterCount)
    .slice(0, shownSimilar)
    .map((request) => requestCardOf(request, viewer))
}

/** What is open about the same thing; of what is not on the board only its kind, its estate and its state. */
export async function similar(
  context: MemberContext,
  asked: InputOf<'request.similar'>,
): Promise<Answer<Page<RequestCard>>> {
  return wrongPlace(context, asked) ?? yes({ items: await likeIt(context, asked) })
}

/**
 * 「我也要」, or taking it back: one conditional write, so that of many at once nobody is lost. The caller's list of what
 * they support is written before the answer.
 */
export async function support(
  context: MemberContext,
  { requestId, supports: on }: InputOf<'request.support'>,
): Promise<Answer<{ supporters: number }>> {
  const { member, command } = context
  const M = member._id
  const request = await requests.get(requestId)
  if (!request) return no('not_found')
  if (request.requesterId === M) return no('own_request')
  const mine = request.supporters[M]
  const told = mine?.by.includes(command.key) === true
  if (!told && request.unfinished === false && on) return no('request_finished')
  if (!told && (mine?.on ?? false) !== on)
    await requests.update(
      { _id: requestId, [`supporters.${M}.on`]: on ? operator.neq(true) : true },
      {
        [`supporters.${M}`]: operator.set({
          at: command.at,
          on,
          by: [...(mine?.by ?? []), command.key].slice(-rememberedTaps),
        }),
        supporterCount: operator.inc(on ? 1 : -1),
      },
    )
  const after = (await requests.get(requestId)) ?? request
  const standing = after.supporters[M]?.on ?? false
  const _id = `${requestId}_${M}`
  if (standing)
    await supports.insert({ _id, communityId: member.communityId, memberId: M, requestId, at: command.at })
  else await supports.remove({ _id })
  return yes({ supporters: after.supporterCount })
}

export async function list(
  context: MemberContext,
  { scope, category, finished = false, cursor, limit = defaultLimit }: InputOf<'request.list'>,
): Promise<Answer<Page<RequestCard>>> {
  const { member } = context
  const { communityId } = member
  const viewer = viewerOf(context)
  const ofCategory = category === undefined ? {} : { category }
  if (scope === 'supported') {
    const page = await supports.page({ where: { memberId: member._id }, sort: ['at', -1], cursor, limit })
    const found = await Promise.all(page.items.map(({ requestId }) => requests.get(requestId)))
    const seen = found.filter((request): request is ServiceRequest => request !== undefined)
    return yes({ ...page, items: seen.map((request) => requestCardOf(request, viewer)) })
  }
  const queues = queuesOf(viewer.grants)
  if (scope === 'queue' && queues.length === 0) return yes({ items: [] })
  const lists = {
    mine: { where: { requesterId: member._id }, sort: ['filedAt', -1] },
    published: { where: { communityId, onBoard: true, ...ofCategory }, sort: ['filedAt', -1] },
    queue: {
      where: { communityId, queue: operator.in(queues), unfinished: !finished, ...ofCategory },
      sort: ['sortAt', finished ? -1 : 1],
    },
  } as const
  const page = await requests.page({ ...lists[scope], cursor, limit })
  return yes({ ...page, items: page.items.map((request) => requestCardOf(request, viewer)) })
}

/** The request as the caller may see it. Whom a worker filed it for is opened for the holding tier, on record. */
export async function get(
  context: MemberContext,
  { requestId }: InputOf<'request.get'>,
): Promise<Answer<RequestDetail>> {
  const { member, command, settings } = context
  const request = await requests.get(requestId)
  const viewer = viewerOf(context)
  if (!request || !requestPartOf(request, viewer)) return no('not_found')
  const own = request.requesterId === member._id
  const staff = isHolder(request, viewer.grants) || isAbove(request, viewer.grants)
  let forResident: { name: string; phone?: string } | undefined
  if (request.forResident !== null && (own || staff)) {
    forResident = JSON.parse(settings.sealing.open(request.forResident, sealedAt(requestId))) as {
      name: string
      phone?: string
    }
    if (!own)
      await openings.insert({
        _id: derivedId('o', member._id, requestId, String(Math.floor(command.at / openingMs))),
        communityId: member.communityId,
        subjectId: request.requesterId,
        viewerId: member._id,
        viewerName: member.name,
        fields: Object.keys(forResident),
        reason: 'request_staff',
        about: requestId,
        at: command.at,
      })
  }
  return yes(requestDetailOf(request, viewer, rulesOf(context), command.at, forResident))
}

/** Runs one decision on a request the caller may see; strangers learn nothing. `words` are checked before others read them. */
async function move(
  context: MemberContext,
  requestId: string,
  decide: (request: ServiceRequest, officer: Officer, rules: RequestRules) => Decision<ServiceRequest>,
  words?: string,
): Promise<Answer<RequestMoved>> {
  if (words !== undefined && (await checkText(context.member.openid, words)) === 'risky')
    return no('text_risky')
  const viewer = viewerOf(context)
  const moved = await change(requests, requestId, context.command, (request) =>
    requestPartOf(request, viewer)
      ? decide(request, officerOf(context), rulesOf(context))
      : { refusal: 'not_found' },
  )
  return moved.refusal ?? yes(movedOf(moved.state))
}

type RequestOperation = Extract<Operation, `request.${string}`>
type Moving<Op extends RequestOperation> = (
  context: MemberContext,
  input: InputOf<Op>,
) => Promise<Answer<RequestMoved>>

export const accept: Moving<'request.accept'> = (context, { requestId }) =>
  move(context, requestId, (request, officer, rules) =>
    rule.decideAccept(request, context.command, officer, rules),
  )

export const approve: Moving<'request.approve'> = (context, { requestId }) =>
  move(context, requestId, (request, officer, rules) =>
    rule.decideApprove(request, context.command, officer, rules),
  )

export const assign: Moving<'request.assign'> = async (context, { requestId, memberId }) => {
  const hand = await members.get(memberId)
  const grants = hand?.state === 'verified' ? hand.roles : []
  const asked: Officer = { memberId, name: hand?.name ?? '', grants }
  return move(context, requestId, (request, officer, rules) =>
    rule.decideAssign(request, context.command, officer, asked, rules),
  )
}

export const progress: Moving<'request.progress'> = (context, { requestId, note }) =>
  move(
    context,
    requestId,
    (request, officer, rules) => rule.decideProgress(request, context.command, officer, { note }, rules),
    note,
  )

export const ask: Moving<'request.ask'> = (context, { requestId, question }) =>
  move(
    context,
    requestId,
    (request, officer, rules) => rule.decideAsk(request, context.command, officer, question, rules),
    question,
  )

export const extend: Moving<'request.extend'> = (context, { requestId, days, reason }) =>
  move(
    context,
    requestId,
    (request, officer, rules) =>
      rule.decideExtend(request, context.command, officer, { days, reason }, rules),
    reason,
  )

type WithReason = typeof rule.decideEscalate
const giving =
  (decide: WithReason): Moving<'request.escalate'> =>
  (context, { requestId, reason }) =>
    move(
      context,
      requestId,
      (request, officer, rules) => decide(request, context.command, officer, reason, rules),
      reason,
    )

export const escalate = giving(rule.decideEscalate)
export const giveBack = giving(rule.decideReturn)
export const decline = giving(rule.decideDecline)

export const takeOver: Moving<'request.takeOver'> = (context, { requestId, reason }) =>
  move(
    context,
    requestId,
    (request, officer, rules) => rule.decideTakeOver(request, context.command, officer, reason, rules),
    reason,
  )

export const resolve: Moving<'request.resolve'> = (context, { requestId, resolution }) =>
  move(
    context,
    requestId,
    (request, officer, rules) => rule.decideResolve(request, context.command, officer, { resolution }, rules),
    resolution,
  )

/** Puts the words a worker has cleared on the board; WeChat's check must have passed them. */
export const publish: Moving<'request.publish'> = async (context, { requestId, shown, title, text }) => {
  const words = [title, text].filter(Boolean).join('\n')
  const check = words === '' ? 'pass' : await checkText(context.member.openid, words)
  if (check !== 'pass') return no(check === 'risky' ? 'text_risky' : 'check_unavailable')
  return move(context, requestId, (request, officer, rules) => {
    const { published } = request
    const cleared = { title: title ?? published?.title ?? '', text: text ?? published?.text ?? '' }
    return rule.decidePublish(request, context.command, officer, shown ? cleared : null, rules)
  })
}

export const answer: Moving<'request.answer'> = (context, { requestId, answer: words }) =>
  move(
    context,
    requestId,
    (request, { memberId }, rules) =>
      decideAnswer(request, context.command, memberId, { answer: words }, rules),
    words,
  )

export const rate: Moving<'request.rate'> = (context, { requestId, satisfied, comment }) =>
  move(
    context,
    requestId,
    (request, { memberId }, rules) =>
      decideRate(request, context.command, memberId, { satisfied, comment: comment ?? null }, rules),
    comment,
  )

export const reopen: Moving<'request.reopen'> = (context, { requestId, reason }) =>
  move(
    context,
    requestId,
    (request, { memberId }, rules) => decideReopen(request, context.command, memberId, reason, rules),
    reason,
  )

/** Who of the tier that holds it may be asked to do it. */
export async function hands(
  context: MemberContext,
  { requestId }: InputOf<'request.hands'>,
): Promise<Answer<Page<Hand>>> {
  const request = await requests.get(requestId)
  if (!request || !isHolder(request, viewerOf(context).grants)) return no('not_found')
  const held = await posts.find({ queue: request.queue, held: true }, ['since', 1], lookedAt)
  return yes({ items: held.map(({ memberId, memberName }) => ({ memberId, name: memberName })) })
}
