import type { MemberId } from '#contract/shared/scalars'
import { type Gone, withoutName } from '#core/account/withoutName'
import type { ServiceRequest } from './request'

/**
 * A request without a forgotten person: the category and the place in the estate stay, the person's texts and
 * support go.
 */
export function requestWithout(request: ServiceRequest, { memberId, name, words }: Gone): ServiceRequest {
  const next = withoutSupport(withoutName(request, memberId, name), memberId)
  const own = request.requesterId === memberId
  if (!own || next.description === words) return next
  const events = next.events.map((line) => {
    if (line.whoId !== memberId) return line
    const { fileIds, ...rest } = line
    return rest.note === undefined ? rest : { ...rest, note: words }
  })
  const { comment, guide: _guide, guideAnswers: _answers, ...rest } = next
  return {
    ...rest,
    events,
    description: words,
    fileIds: [],
    answers: [],
    place: null,
    comment: comment === null ? null : words,
    forResident: null,
  }
}

function withoutSupport(request: ServiceRequest, memberId: MemberId): ServiceRequest {
  const { [memberId]: support, ...supporters } = request.supporters
  if (support === undefined) return request
  return { ...request, supporters, supporterCount: request.supporterCount - Number(support.on) }
}
