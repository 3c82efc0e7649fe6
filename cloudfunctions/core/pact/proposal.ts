import type { PactProposal } from '#contract/pact'
import type { ServiceRequest } from '#core/request/request'
import { type RequestViewer, requestCardOf } from '#core/request/view'

/** A cleared proposal as everybody reads it: in the words of whoever cleared it, with what was answered. */
export function proposalOf(request: ServiceRequest, viewer: RequestViewer): PactProposal {
  const { published, categoryTitle, requesterId, filedAt } = request
  const { requestId, state, supporters, supported } = requestCardOf(request, viewer)
  const answer = answerOf(request)
  return {
    ...{ requestId, state, supporters },
    title: published?.title ?? categoryTitle,
    text: published?.text ?? '',
    at: filedAt,
    ...(supported && { supported }),
    ...(requesterId === viewer.memberId && { own: true }),
    ...(answer && { answer }),
  }
}

const answerOf = ({ resolution, state, events }: ServiceRequest): string | undefined =>
  resolution ??
  (state === 'declined' ? [...events].reverse().find(({ event }) => event === 'declined')?.note : undefined)
