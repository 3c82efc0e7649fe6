import type { MemberId } from '#contract/shared/scalars'
import { type Gone, unnamed } from '#core/account/unnamed'
import type { ServiceRequest } from './request'

/** What was asked for stays as a kind and a place of the estate; the requester's own words go, a support with them. */
export function requestWithout(request: ServiceRequest, { memberId, name, words }: Gone): ServiceRequest {
  const next = withoutSupport(unnamed(request, memberId, name), memberId)
  const own = request.requesterId === memberId
  if (!own || next.description === words) return next
  const events = next.events.map((line) => {
    if (line.whoId !== memberId) return line
    const { fileIds, ...rest } = line
    return rest.note === undefined ? rest : { ...rest, note: words }
  })
  const { comment } = next
  return {
    ...next,
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
