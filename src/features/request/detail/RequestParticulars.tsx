import { useFileUrls } from '#cloud/picture/useFileUrls'
import type { Community } from '#contract/community'
import type { RequestDetail } from '#contract/request'
import type { Instant, MemberId } from '#contract/shared/scalars'
import { whereOf } from '#features/request/list/RequestRow'
import { deadlineWords, holderText, requestListText, requestText as words } from '#text/request/request'
import { pictureText } from '#text/shared/picture'
import { PictureStrip } from '#ui/picture/PictureStrip'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Cell } from '#ui/show/Row'

export interface RequestParticularsProps {
  request: RequestDetail
  /** Absent while it is being read. */
  community: Community | undefined
  now: Instant
  actingFor: MemberId | undefined
}

/** Says what the request is about and who holds it, as far as the reader may know. */
export function RequestParticulars({ request, community, now, actingFor }: RequestParticularsProps) {
  const { answers, description, forResident, requesterName, assigneeName, resolution, published, part } =
    request
  const deadline = deadlineWords(request, now)
  const pictures = useFileUrls(request.stranger ? [] : request.fileIds, actingFor)
  return (
    <Card title={request.guide ? words.answers : words.contents}>
      <Box>
        <Cell name={words.category}>{request.categoryTitle}</Cell>
        <Cell name={words.where}>{whereOf(request, community)}</Cell>
        {answers.map(({ title, value }) => (
          <Cell key={title} name={title}>
            {value}
          </Cell>
        ))}
        {request.wordsGone && <Cell name={words.description}>{words.wordsGone}</Cell>}
        {request.answersGone && !request.wordsGone && <Cell name={words.answers}>{words.answersGone}</Cell>}
        {description && !request.guide && <Cell name={words.description}>{description}</Cell>}
        {pictures.length > 0 && (
          <Cell name={pictureText.shown}>
            <PictureStrip pictures={pictures} />
          </Cell>
        )}
        {published?.text && (!description || part !== 'requester') && (
          <Cell name={words.published}>{published.text}</Cell>
        )}
        {request.supporters > 0 && (
          <Cell name={words.supporters}>{requestListText.supporters(request.supporters)}</Cell>
        )}
        {requesterName && <Cell name={words.requester}>{requesterName}</Cell>}
        {forResident && (
          <Cell name={words.forResident}>{words.forResidentOf(forResident.name, forResident.phone)}</Cell>
        )}
        {request.lookupsSpent && (
          <Cell name={request.guide ? words.answers : words.forResident}>{words.lookupsSpent}</Cell>
        )}
        <Cell name={words.holder}>{holderText[request.tier]}</Cell>
        {assigneeName && <Cell name={words.assignee}>{assigneeName}</Cell>}
        {deadline && <Cell name={words.deadline}>{deadline}</Cell>}
        {request.extensionAsked && (
          <Cell name={words.extension}>
            {words.extensionOf(request.extensionAsked.days, request.extensionAsked.reason)}
          </Cell>
        )}
        {resolution && <Cell name={words.resolution}>{resolution}</Cell>}
        {request.satisfied !== undefined && (
          <Cell name={words.word}>
            {[request.satisfied ? words.satisfied : words.unsatisfied, request.comment]
              .filter(Boolean)
              .join('：')}
          </Cell>
        )}
      </Box>
    </Card>
  )
}
