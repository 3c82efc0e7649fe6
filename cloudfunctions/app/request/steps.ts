import { type MemberContext, no, yes } from '#app/call/context'
import { requestViewerOf } from '#app/call/viewer'
import { attach } from '#app/file/files'
import type {
  RequestMoved,
  requestAnswer,
  requestAsk,
  requestAssign,
  requestExtend,
  requestOne,
  requestProgress,
  requestPublish,
  requestRate,
  requestReason,
  requestReopen,
  requestResolve,
  requestTakeOver,
} from '#contract/request'
import type { Input, InputSchema } from '#contract/shared/operation'
import type { Answer, RefusalCode } from '#contract/shared/refusal'
import type { MemberId } from '#contract/shared/scalars'
import type { Decision } from '#core/change/aggregate'
import { holdsPersonalNumber } from '#core/publication/personal'
import * as rule from '#core/request/decide'
import type { Officer, RequestRules, ServiceRequest } from '#core/request/request'
import { isPrivate } from '#core/request/reserved'
import { requestPartOf } from '#core/request/view'
import { decideAnswer, decideRate, decideReopen } from '#core/request/word'
import { members, requests } from '#store/collections'
import { checkText } from '#store/platform/wechat'
import { movedOf, rulesOf } from './request'

const officerOf = ({ member }: MemberContext): Officer => ({
  memberId: member._id,
  name: member.name,
  grants: member.roles,
})

/**
 * Runs one decision on a request that the caller may see. Anybody else is told `not_found`. `words` are
 * checked first; pictures are attached after the rule's yes and before the write.
 */
export async function moveRequest(
  context: MemberContext,
  requestId: string,
  decide: (request: ServiceRequest, officer: Officer, rules: RequestRules) => Decision<ServiceRequest>,
  words?: string,
  fileIds: string[] = [],
): Promise<Answer<RequestMoved>> {
  if (words !== undefined && (await checkText(context.writer, words)) === 'risky') return no('text_risky')
  const viewer = requestViewerOf(context)
  const here = { collection: 'requests', id: requestId } as const
  const moved = await context.change(requests, requestId, context.command, async (request) => {
    if (!requestPartOf(request, viewer)) return { refusal: 'not_found' }
    const unfit = isPrivate(request) && unfitForPrivate(request, context.member._id, words, fileIds)
    if (unfit) return { refusal: unfit }
    const decision = decide(request, officerOf(context), rulesOf(context))
    if (!decision.next || decision.next === request || fileIds.length === 0) return decision
    const attached = await attach(context, context.member._id, fileIds, 'request_photo', here)
    return attached ? decision : { refusal: 'picture_gone' }
  })
  return moved.refusal ?? yes(movedOf(moved.state))
}

/** A pre-acceptance takes no pictures, and of whoever filed it no numbers of papers. */
function unfitForPrivate(
  { requesterId }: ServiceRequest,
  memberId: MemberId,
  words: string | undefined,
  fileIds: readonly string[],
): RefusalCode | undefined {
  if (fileIds.length > 0) return 'request_no_pictures'
  return requesterId === memberId && holdsPersonalNumber(words ?? '') ? 'answer_personal' : undefined
}

type Moving<Schema extends InputSchema> = (
  context: MemberContext,
  input: Input<Schema>,
) => Promise<Answer<RequestMoved>>

export const acceptRequest: Moving<typeof requestOne> = (context, { requestId }) =>
  moveRequest(context, requestId, (request, officer, rules) =>
    rule.decideAccept(request, context.command, officer, rules),
  )

export const approveReturn: Moving<typeof requestOne> = (context, { requestId }) =>
  moveRequest(context, requestId, (request, officer, rules) =>
    rule.decideApprove(request, context.command, officer, rules),
  )

export const assign: Moving<typeof requestAssign> = async (context, { requestId, memberId }) => {
  const hand = await members.get(memberId)
  const grants = hand?.state === 'verified' ? hand.roles : []
  const asked: Officer = { memberId, name: hand?.name ?? '', grants }
  return moveRequest(context, requestId, (request, officer, rules) =>
    rule.decideAssign(request, context.command, officer, asked, rules),
  )
}

export const progress: Moving<typeof requestProgress> = (context, { requestId, note, fileIds, stage }) =>
  moveRequest(
    context,
    requestId,
    (request, officer, rules) =>
      rule.decideProgress(request, context.command, officer, { note, fileIds, stage }, rules),
    note,
    fileIds,
  )

export const ask: Moving<typeof requestAsk> = (context, { requestId, question }) =>
  moveRequest(
    context,
    requestId,
    (request, officer, rules) => rule.decideAsk(request, context.command, officer, question, rules),
    question,
  )

export const extend: Moving<typeof requestExtend> = (context, { requestId, days, reason }) =>
  moveRequest(
    context,
    requestId,
    (request, officer, rules) =>
      rule.decideExtend(request, context.command, officer, { days, reason }, rules),
    reason,
  )

type WithReason = typeof rule.decideEscalate
const giving =
  (decide: WithReason): Moving<typeof requestReason> =>
  (context, { requestId, reason }) =>
    moveRequest(
      context,
      requestId,
      (request, officer, rules) => decide(request, context.command, officer, reason, rules),
      reason,
    )

export const escalate = giving(rule.decideEscalate)
export const giveBack = giving(rule.decideReturn)
export const decline = giving(rule.decideDecline)

export const takeOver: Moving<typeof requestTakeOver> = (context, { requestId, reason }) =>
  moveRequest(
    context,
    requestId,
    (request, officer, rules) => rule.decideTakeOver(request, context.command, officer, reason, rules),
    reason,
  )

export const resolve: Moving<typeof requestResolve> = (context, { requestId, resolution, fileIds }) =>
  moveRequest(
    context,
    requestId,
    (request, officer, rules) =>
      rule.decideResolve(request, context.command, officer, { resolution, fileIds }, rules),
    resolution,
    fileIds,
  )

/** Puts words that a worker has cleared on the board. WeChat's check must have passed them. */
export const publishRequest: Moving<typeof requestPublish> = async (
  context,
  { requestId, shown, title, text, fileIds },
) => {
  const words = [title, text].filter(Boolean).join('\n')
  const check = words === '' ? 'pass' : await checkText(context.writer, words)
  if (check !== 'pass') return no(check === 'risky' ? 'text_risky' : 'check_unavailable')
  return moveRequest(context, requestId, (request, officer, rules) => {
    const { published } = request
    // without a worker's words the board shows only category, estate and state
    const cleared = {
      title: title ?? published?.title ?? request.categoryTitle,
      text: text ?? published?.text ?? '',
      fileIds,
    }
    return rule.decidePublishRequest(request, context.command, officer, shown ? cleared : null, rules)
  })
}

export const answer: Moving<typeof requestAnswer> = (context, { requestId, answer: words, fileIds }) =>
  moveRequest(
    context,
    requestId,
    (request, { memberId }, rules) =>
      decideAnswer(request, context.command, memberId, { answer: words, fileIds }, rules),
    words,
    fileIds,
  )

export const rate: Moving<typeof requestRate> = (context, { requestId, satisfied, comment }) =>
  moveRequest(
    context,
    requestId,
    (request, { memberId }, rules) =>
      decideRate(request, context.command, memberId, { satisfied, comment: comment ?? null }, rules),
    comment,
  )

export const reopen: Moving<typeof requestReopen> = (context, { requestId, reason }) =>
  moveRequest(
    context,
    requestId,
    (request, { memberId }, rules) => decideReopen(request, context.command, memberId, reason, rules),
    reason,
  )
