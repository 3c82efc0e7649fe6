import { useNow } from '#clock'
import { useRead } from '#cloud/call/useRead'
import { useFileUrls } from '#cloud/picture/useFileUrls'
import type { CampaignShown } from '#contract/campaign'
import type { PublicationDetail } from '#contract/publication'
import { campaignBoard, requestDetail } from '#routes'
import { campaignRunText, campaignText as words } from '#text/campaign/campaign'
import { StateView } from '#ui/page/StateView'
import { PictureStrip } from '#ui/picture/PictureStrip'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Heading } from '#ui/show/Heading'
import { ListRow, ListRows } from '#ui/show/Row'
import { Timeline } from '#ui/show/Timeline'

/** How far a campaign has come: its stage, its figures, how it looks now, and those of its requests that all may read. */
export function CampaignCourse({ campaign }: { campaign: PublicationDetail }) {
  const { publicationId, content, steps } = campaign
  const [read, refresh] = useRead('campaign.get', { publicationId }, { visitor: true })
  const { afterFileIds = [] } = content
  return (
    <Box className='stack'>
      <StateView of={read} onRetry={refresh}>
        {(shown) => <Course shown={shown} />}
      </StateView>
      {afterFileIds.length > 0 && <After fileIds={afterFileIds} />}
      {steps.includes('edit') && (
        <ListRows>
          <ListRow icon='stamp' title={campaignRunText.run} to={campaignBoard(publicationId)} />
        </ListRows>
      )}
    </Box>
  )
}

function Course({ shown }: { shown: CampaignShown }) {
  const { stages, reached, requests } = shown
  const now = useNow()
  const stage = reached[reached.length - 1]?.stage
  return (
    <Box className='stack'>
      <Card title={words.title} edge='pine'>
        <Box className='strong'>{words.figures(shown)}</Box>
        <Box>{words.plan(stages)}</Box>
        <Box>{stage === undefined ? words.notBegun : words.here(stages[stage] ?? '')}</Box>
      </Card>
      {reached.length > 0 && (
        <Timeline
          title={words.story}
          now={now}
          lines={reached.map(({ stage: index, at, words: said }) => ({
            ...{ key: `${at}`, at, what: stages[index] ?? '' },
            note: said,
          }))}
        />
      )}
      {requests.length > 0 && (
        <Box tag='section' className='stack-tight'>
          <Heading>{words.requests}</Heading>
          <ListRows>
            {requests.map(({ requestId, title, state }) => (
              <ListRow
                key={requestId}
                title={title}
                detail={words.requestEnd[state]}
                to={requestDetail(requestId)}
              />
            ))}
          </ListRows>
        </Box>
      )}
    </Box>
  )
}

function After({ fileIds }: { fileIds: readonly string[] }) {
  return (
    <Card title={words.after}>
      <PictureStrip pictures={useFileUrls(fileIds)} label={words.after} />
    </Card>
  )
}
