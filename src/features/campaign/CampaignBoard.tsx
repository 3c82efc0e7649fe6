import { usePages } from '#cloud/call/usePages'
import { useRead } from '#cloud/call/useRead'
import type { StepCourse } from '#cloud/call/useStep'
import type { Community } from '#contract/community'
import type { PublicationDetail } from '#contract/publication'
import { publicationDetail, requestDetail } from '#routes'
import { campaignRunText, campaignText, campaignRunText as words } from '#text/campaign/campaign'
import { Button } from '#ui/button/Button'
import { Pager } from '#ui/page/Pager'
import { StateView } from '#ui/page/StateView'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Heading } from '#ui/show/Heading'
import { ListRow, ListRows } from '#ui/show/Row'
import { AfterForm } from './AfterForm'
import { GatherForm, requestLine } from './GatherForm'
import { ResolveButton } from './ResolveButton'
import { StageForm } from './StageForm'

export interface CampaignBoardProps {
  campaign: PublicationDetail
  estates: Community['estates']
  course: StepCourse
}

/** A campaign as those run it who write: how far it is, what it has gathered, what could come to it, and its end. */
export function CampaignBoard({ campaign, estates, course }: CampaignBoardProps) {
  const { publicationId, state, content, title } = campaign
  const [read, refresh] = useRead('campaign.get', { publicationId })
  const gathered = usePages()
  const [list, again] = useRead('campaign.requests', { publicationId, which: 'gathered', ...gathered.paging })
  const offered = usePages()
  const [open, anew] = useRead('campaign.requests', { publicationId, which: 'open', ...offered.paging })
  const whole: StepCourse = {
    ...course,
    refresh: async () => void (await Promise.all([course.refresh(), refresh(), again(), anew()])),
  }
  const stands = state === 'published'
  return (
    <>
      <StateView of={read} onRetry={refresh}>
        {(shown) => (
          <Box className='stack'>
            <Card title={title} edge='pine'>
              <Box className='strong'>{campaignText.figures(shown)}</Box>
              {shown.open > 0 && (
                <ResolveButton publicationId={publicationId} open={shown.open} course={whole} />
              )}
              <Button look='quiet' to={publicationDetail(publicationId)}>
                {campaignRunText.toPage}
              </Button>
            </Card>
            {stands && <StageForm publicationId={publicationId} campaign={shown} course={whole} />}
          </Box>
        )}
      </StateView>
      {stands && (
        <StateView of={open} onRetry={anew} empty={<Box>{words.openEmpty}</Box>}>
          {({ items, nextCursor }) => (
            <Box className='stack'>
              <GatherForm
                key={items.map(({ requestId }) => requestId).join(' ')}
                publicationId={publicationId}
                requests={items}
                estates={estates}
                meant={content.audience?.estateIds ?? []}
                course={whole}
              />
              <Pager
                onNewer={offered.newer}
                onOlder={nextCursor ? () => offered.older(nextCursor) : undefined}
              />
            </Box>
          )}
        </StateView>
      )}
      <Heading>{words.list}</Heading>
      <StateView of={list} onRetry={again} empty={<Box>{words.listEmpty}</Box>}>
        {({ items, nextCursor }) => (
          <Box className='stack'>
            <ListRows>
              {items.map((request) => (
                <ListRow
                  key={request.requestId}
                  title={requestLine(request, estates)}
                  detail={campaignText.requestEnd[request.state]}
                  to={request.part === 'reader' ? undefined : requestDetail(request.requestId)}
                />
              ))}
            </ListRows>
            <Pager
              onNewer={gathered.newer}
              onOlder={nextCursor ? () => gathered.older(nextCursor) : undefined}
            />
          </Box>
        )}
      </StateView>
      {stands && <AfterForm campaign={campaign} course={whole} />}
    </>
  )
}
