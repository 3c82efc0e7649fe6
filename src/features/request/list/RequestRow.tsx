import type { Community } from '#contract/community'
import type { RequestCard } from '#contract/request'
import type { Instant, MemberId } from '#contract/shared/scalars'
import { requestDetail } from '#routes'
import { deadlineWords, requestListText, whereWords } from '#text/request/request'
import { Pressable } from '#ui/button/Pressable'
import { Box } from '#ui/show/Box'
import { RequestSeal } from './RequestSeal'
import './RequestRow.scss'

export interface RequestRowProps {
  request: RequestCard
  /** Absent while it is being read. */
  community: Community | undefined
  now: Instant
  /** The member on whose behalf it is opened. */
  actingFor: MemberId | undefined
}

/** One request of a list inside `Rows`: title, place, state, deadline and supporters. It opens the request's page. */
export function RequestRow({ request, community, now, actingFor }: RequestRowProps) {
  const deadline = deadlineWords(request, now)
  const words = [
    whereOf(request, community),
    requestListText.filedOn(request.filedAt, now),
    ...(request.supporters > 0 ? [requestListText.supporters(request.supporters)] : []),
  ]
  return (
    <Pressable className='request-row' to={requestDetail(request.requestId, actingFor)}>
      <Box className='request-row-head'>
        <Box className='request-row-title'>{request.title}</Box>
        <RequestSeal of={request} />
      </Box>
      {deadline && <Box className='request-row-until'>{deadline}</Box>}
      <Box className='request-row-words'>{words.filter(Boolean).join(' · ')}</Box>
    </Pressable>
  )
}

/** The place in words: estate and building, or the typed words, or the grid. */
export function whereOf(request: RequestCard, community: Community | undefined): string {
  const estate = community?.estates.find(({ estateId }) => estateId === request.estateId)?.name
  const grid = community?.grids.find(({ gridId }) => gridId === request.gridId)?.name
  return whereWords([estate, request.building, request.place]) || (grid ?? '')
}
