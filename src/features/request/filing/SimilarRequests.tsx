import { useCommand } from '#cloud/call/useCommand'
import { useRead } from '#cloud/call/useRead'
import type { Community } from '#contract/community'
import type { RawInputOf } from '#contract/operations'
import type { RequestCard } from '#contract/request'
import type { MemberId } from '#contract/shared/scalars'
import { whereOf } from '#features/request/list/RequestRow'
import { requestDetail } from '#routes'
import { requestListText, requestStateText } from '#text/request/request'
import { filingText as words } from '#text/request/requestFiling'
import { Button } from '#ui/button/Button'
import { Failure } from '#ui/form/Failure'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'

export interface SimilarRequestsProps {
  asked: RawInputOf<'request.similar'>
  community: Community
  actingFor: MemberId | undefined
  /** Called after the person has supported a request. Nothing needs to be filed then. */
  onJoined: (requestId: string) => void
}

/** Shows requests about the same thing, to be supported with one tap. Without any it shows nothing. */
export function SimilarRequests({ asked, community, actingFor, onJoined }: SimilarRequestsProps) {
  const [similar] = useRead('request.similar', asked, { actingFor })
  if (similar.state !== 'ready') return null
  return (
    <Card title={words.similarTitle} edge='ochre'>
      <Box>{words.similarText}</Box>
      {similar.data.items.map((request) => (
        <Similar
          key={request.requestId}
          request={request}
          community={community}
          actingFor={actingFor}
          onJoined={onJoined}
        />
      ))}
    </Card>
  )
}

interface SimilarProps {
  request: RequestCard
  community: Community
  actingFor: MemberId | undefined
  onJoined: (requestId: string) => void
}

function Similar({ request, community, actingFor, onJoined }: SimilarProps) {
  const support = useCommand('request.support', { actingFor })
  const { requestId, part, supported, state, supporters, title } = request
  const facts = [whereOf(request, community), requestStateText[state], requestListText.supporters(supporters)]
  async function join() {
    if (await support.run({ requestId })) onJoined(requestId)
  }
  return (
    <Box className='stack-tight'>
      <Box>
        <Box className='strong'>{title}</Box>
        <Box className='soft'>{facts.filter(Boolean).join(' · ')}</Box>
      </Box>
      <Failure>{support.failure}</Failure>
      {part === 'requester' || supported ? (
        <Button look='quiet' to={requestDetail(requestId, actingFor)}>
          {part === 'requester' ? words.ownSimilar : words.supportedSimilar}
        </Button>
      ) : (
        <Button busy={support.busy} onPress={join} label={words.joinOf(title)}>
          {words.join}
        </Button>
      )}
    </Box>
  )
}
