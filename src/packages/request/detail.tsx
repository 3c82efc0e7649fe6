import Taro, { useRouter } from '@tarojs/taro'
import { useCallback, useState } from 'react'
import { useNow } from '#clock'
import { useRead } from '#cloud/call/useRead'
import { useFileUrls } from '#cloud/picture/useFileUrls'
import type { RequestDetail, RequestEvent } from '#contract/request'
import type { Instant } from '#contract/shared/scalars'
import { useMatterRead } from '#features/notice/useMatterRead'
import { isOwnStep, OwnSteps } from '#features/request/detail/OwnSteps'
import { RequestParticulars } from '#features/request/detail/RequestParticulars'
import { ResidentSteps } from '#features/request/detail/ResidentSteps'
import type { RequestCourse } from '#features/request/detail/requestCourse'
import { TierLine } from '#features/request/detail/TierLine'
import { RequestSeal } from '#features/request/list/RequestSeal'
import { isOfficeStep, OfficeSteps } from '#features/request/office/OfficeSteps'
import { routes } from '#routes'
import { clockWordsOf, requestEventWords, requestSentence, requestText } from '#text/request/request'
import { titles } from '#text/shared/titles'
import { uiText } from '#text/shared/ui'
import { Button } from '#ui/button/Button'
import { Screen } from '#ui/page/Screen'
import { Empty, StateView } from '#ui/page/StateView'
import { useWindowName } from '#ui/page/windowName'
import { Box } from '#ui/show/Box'
import { Headline } from '#ui/show/Headline'
import { Maybe } from '#ui/show/Maybe'
import type { News } from '#ui/show/news'
import { Timeline } from '#ui/show/Timeline'

/** The page of one request, for everybody who may see it: its state, the next step, particulars and timeline. */
export default function RequestPage() {
  const { id } = useRouter().params
  return <Screen title={titles.requestDetail}>{id ? <OpenRequest requestId={id} /> : <NoRequest />}</Screen>
}

function OpenRequest({ requestId }: { requestId: string }) {
  const now = useNow()
  const [read, refresh] = useRead('request.get', { requestId })
  const [community] = useRead('community.get', {})
  const [news, setNews] = useState<News>()
  useMatterRead({ requestId }, read.state === 'ready')
  useWindowName(read.state === 'ready' ? uiText.about.request(read.data.title) : undefined)
  const tell = useCallback((next: News | undefined) => {
    setNews(next)
    if (next) void Taro.pageScrollTo({ scrollTop: 0, duration: 200 })
  }, [])
  const course: RequestCourse = { requestId, refresh, tell }
  const categories = community.state === 'ready' ? community.data.requestCategories : []
  const categoryOf = (request: RequestDetail) =>
    categories.find(({ category }) => category === request.category)
  return (
    <StateView of={read} onRetry={refresh}>
      {(request) => {
        const until = clockWordsOf(request, now)
        return (
          <Box className='stack'>
            <Maybe>
              <Headline title={request.title} seal={<RequestSeal of={request} />} news={news}>
                <Box>{requestSentence(request, now)}</Box>
              </Headline>
              <TierLine tier={request.tier} until={until} />
            </Maybe>
            <Maybe>
              {request.steps.some((step) => !isOfficeStep(step) && !isOwnStep(step)) && (
                <ResidentSteps request={request} course={course} />
              )}
            </Maybe>
            <Maybe>
              {request.steps.some(isOfficeStep) && <OfficeSteps request={request} course={course} />}
            </Maybe>
            <Maybe>
              <RequestParticulars
                request={request}
                community={community.state === 'ready' ? community.data : undefined}
                now={now}
              />
            </Maybe>
            <RequestTimeline timeline={request.timeline} mine={request.part === 'requester'} now={now} />
            <Maybe>
              {request.steps.some(isOwnStep) && (
                <OwnSteps request={request} category={categoryOf(request)} course={course} />
              )}
            </Maybe>
          </Box>
        )
      }}
    </StateView>
  )
}

interface RequestTimelineProps {
  timeline: readonly RequestEvent[]
  /** Whether the reader filed it. */
  mine: boolean
  now: Instant
}

/** The timeline of the request, with its pictures. */
function RequestTimeline({ timeline, mine, now }: RequestTimelineProps) {
  const pictures = useFileUrls(timeline.flatMap(({ fileIds = [] }) => fileIds))
  return (
    <Timeline
      title={requestText.history}
      now={now}
      lines={timeline.map((event, index) => ({
        key: `${index}${event.event}`,
        at: event.at,
        what: requestEventWords(event, mine),
        note: event.note,
        pictures: event.fileIds && pictures.filter(({ key }) => event.fileIds?.includes(key)),
      }))}
    />
  )
}

function NoRequest() {
  const { title, text, action } = requestText.noId
  return (
    <Empty title={title} text={text}>
      <Button to={routes.myRequests}>{action}</Button>
    </Empty>
  )
}
