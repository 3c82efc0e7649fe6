import { type MemberContext, yes } from '#app/call/context'
import { requestViewerOf } from '#app/call/viewer'
import { attach } from '#app/file/files'
import {
  categoryOf,
  type RequestMoved,
  type requestCorrect,
  type requestReason,
  type requestSupplement,
} from '#contract/request'
import type { Input } from '#contract/shared/operation'
import type { Answer } from '#contract/shared/refusal'
import {
  type Correction,
  decideCorrect,
  decideSupplement,
  decideWithdrawRequest,
} from '#core/request/correct'
import { isHolder, type ServiceRequest } from '#core/request/request'
import { requestPartOf } from '#core/request/view'
import { requests } from '#store/collections'
import { checkText } from '#store/platform/wechat'
import { answersTo, freeWords } from './filing'
import { movedOf, rulesOf } from './request'
import { moveRequest } from './steps'

/** Corrects words and pictures of the caller's own request, while nobody has relied on them. */
export async function correctRequest(
  context: MemberContext,
  { requestId, ...told }: Input<typeof requestCorrect>,
): Promise<Answer<RequestMoved>> {
  const { member, command } = context
  const viewer = requestViewerOf(context)
  const corrected = await context.change(requests, requestId, command, async (request) => {
    if (!requestPartOf(request, viewer)) return { refusal: 'not_found' }
    const correction = correctionOf(context, request, told)
    const words = freeWords({ ...request, ...correction })
    if (words !== freeWords(request)) {
      const check = await checkText(context.writer, words)
      if (check === 'risky') return { refusal: 'text_risky' }
      correction.textChecked = check === 'pass'
    }
    const decision = decideCorrect(request, command, member._id, correction, rulesOf(context))
    const fresh = told.fileIds?.filter((fileId) => !request.fileIds.includes(fileId)) ?? []
    if (!decision.next || decision.next === request || fresh.length === 0) return decision
    const here = { collection: 'requests', id: requestId } as const
    const attached = await attach(context, member._id, fresh, 'request_photo', here)
    return attached ? decision : { refusal: 'picture_gone' }
  })
  return corrected.refusal ?? yes(movedOf(corrected.state))
}

/** The answers are those to the category's questions as they are now; a category that is gone has none. */
function correctionOf(
  { community }: MemberContext,
  { category: held }: ServiceRequest,
  { description, place, answers, fileIds }: Omit<Input<typeof requestCorrect>, 'requestId'>,
): Correction {
  const category = categoryOf(community, held)
  return {
    ...(description !== undefined && { description }),
    ...(place !== undefined && { place: place || null }),
    ...(answers !== undefined && category && { answers: answersTo(category, answers) }),
    ...(fileIds !== undefined && { fileIds }),
  }
}

/** Says more to the caller's own request. */
export const supplement = (
  context: MemberContext,
  { requestId, words, fileIds }: Input<typeof requestSupplement>,
): Promise<Answer<RequestMoved>> =>
  moveRequest(
    context,
    requestId,
    (request, { memberId }, rules) =>
      decideSupplement(request, context.command, memberId, { words, fileIds }, rules),
    words,
    fileIds,
  )

/** Withdraws the caller's own request; a worker of the grid does not do it in the resident's name. */
export const withdraw = (
  context: MemberContext,
  { requestId, reason }: Input<typeof requestReason>,
): Promise<Answer<RequestMoved>> =>
  moveRequest(
    context,
    requestId,
    (request, { memberId, grants }, rules) => {
      const worksOnIt = context.identity.actedFor === 'staff' || isHolder(request, grants)
      return decideWithdrawRequest(request, context.command, memberId, { reason, worksOnIt }, rules)
    },
    reason,
  )
