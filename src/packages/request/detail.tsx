import { useRouter } from '@tarojs/taro'
import { useNow } from '#clock'
import { useRead } from '#cloud/call/useRead'
import { useSignedIn } from '#cloud/call/useSignedIn'
import { useFileUrls } from '#cloud/picture/useFileUrls'
import type { RequestDetail, RequestEvent } from '#contract/request'
import type { Instant, MemberId } from '#contract/shared/scalars'
import { CallRow } from '#features/community/CallRow'
import { GuideStages } from '#features/guide/GuideStages'
import { ForWhom } from '#features/member/proxy/ForWhom'
import { useMatterRead } from '#features/notice/useMatterRead'
import { forwardedRequest } from '#features/request/detail/forwardedRequest'
import { InCampaign } from '#features/request/detail/InCampaign'
import { isOwnStep, OwnSteps } from '#features/request/detail/OwnSteps'
import { RequestParticulars } from '#features/request/detail/RequestParticulars'
import { ResidentSteps } from '#features/request/detail/ResidentSteps'
import type { RequestCourse } from '#features/request/detail/requestCourse'
import { TierLine } from '#features/request/detail/TierLine'
import { RequestSeal } from '#features/request/list/RequestSeal'
import { isOfficeStep, OfficeSteps } from '#features/request/office/OfficeSteps'
import { callsOf, requestDetail, routes } from '#routes'
import {
  clockWordsOf,
  requestEventWords,
  requestForwardText,
  requestSentence,
  requestText,
} from '#text/request/request'
import { titles } from '#text/shared/titles'
import { uiText } from '#text/shared/ui'
import { Button } from '#ui/button/Button'
import { ForwardButton } from '#ui/forward/ForwardButton'
import { useForward } from '#ui/forward/useForward'
import { signInFrom } from '#ui/go/signInFrom'
import { Screen } from '#ui/page/Screen'
import { Empty, StateView } from '#ui/page/StateView'
import { useNews } from '#ui/page/useNews'
import { useWindowName } from '#ui/page/windowName'
import { HiddenCanvas } from '#ui/picture/HiddenCanvas'
import { Box } from '#ui/show/Box'
import { Headline } from '#ui/show/Headline'
import { Maybe } from '#ui/show/Maybe'
import { ListRow, ListRows } from '#ui/show/Row'
import { Timeline } from '#ui/show/Timeline'

/** The page of one request, for everybody who may see it: its state, the next step, particulars and timeline. */
export default function RequestPage() {
  const { id } = useRouter().params
  return (
    <Screen title={titles.requestDetail}>
      {id ? (
        <ForWhom>{(principal) => <OpenRequest requestId={id} actingFor={principal?.memberId} />}</ForWhom>
      ) : (
        <NoRequest />
      )}
    </Screen>
  )
}

interface OpenRequestProps {
  requestId: string
  /** The member on whose behalf the page is opened. */
  actingFor: MemberId | undefined
}

function OpenRequest({ requestId, actingFor }: OpenRequestProps) {
  const now = useNow()
  const signedIn = useSignedIn()
  const [read, refresh] = useRead('request.get', { requestId }, { visitor: true, actingFor })
  const [community] = useRead('community.get', {}, { visitor: true })
  const [news, tell] = useNews()
  const shared = community.state === 'ready' ? community.data : undefined
  useMatterRead({ requestId }, signedIn && !actingFor && read.state === 'ready')
  useForward(prepared, read.state === 'ready' && shared ? forwardedRequest(read.data, shared) : undefined)
  useWindowName(read.state === 'ready' ? uiText.about.request(read.data.title) : undefined)
  const course: RequestCourse = { requestId, actingFor, refresh, tell }
  const categories = community.state === 'ready' ? community.data.requestCategories : []
  const categoryOf = (request: RequestDetail) =>
    categories.find(({ category }) => category === request.category)
  if (read.state === 'failed' && (read.code === 'unauthenticated' || read.code === 'not_registered'))
    return <ClosedRequest />
  return (
    <>
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
              <Maybe>{request.guide && <GuideStages guide={request.guide} />}</Maybe>
              <Maybe>
                {request.steps.some((step) => !isOfficeStep(step) && !isOwnStep(step)) && (
                  <ResidentSteps request={request} course={course} />
                )}
              </Maybe>
              <Maybe>
                {request.steps.some(isOfficeStep) && <OfficeSteps request={request} course={course} />}
              </Maybe>
              <Maybe>
                <RequestParticulars request={request} community={shared} now={now} actingFor={actingFor} />
                <InCampaign request={request} />
              </Maybe>
              <Maybe>
                {request.stranger && (
                  <Box className='stack-tight'>
                    <Box>{requestForwardText.stranger}</Box>
                    <Button to={signedIn ? routes.register : signInFrom()}>
                      {signedIn ? uiText.goRegister : requestForwardText.closed.signIn}
                    </Button>
                    {shared?.phone && <CallRow phone={shared.phone} />}
                  </Box>
                )}
              </Maybe>
              <Maybe>
                {request.published && !request.withdrawn && (
                  <ForwardButton path={requestDetail(requestId)} pageAddress={shared?.pageAddress} />
                )}
              </Maybe>
              <Maybe>
                {request.tier === 'grid' && request.steps.some(isOfficeStep) && (
                  <ListRows>
                    <ListRow icon='phone' title={titles.calls} to={callsOf('request', requestId)} />
                  </ListRows>
                )}
              </Maybe>
              <RequestTimeline
                timeline={request.timeline}
                mine={request.part === 'requester'}
                now={now}
                actingFor={actingFor}
              />
              <Maybe>
                {request.steps.some(isOwnStep) && (
                  <OwnSteps request={request} category={categoryOf(request)} course={course} />
                )}
              </Maybe>
            </Box>
          )
        }}
      </StateView>
      <HiddenCanvas />
    </>
  )
}

const prepared = '/packages/request/forward.png'

/** What somebody reads who is not known, of a request that is not on the board or does not exist. */
function ClosedRequest() {
  const { title, text, signIn } = requestForwardText.closed
  const signedIn = useSignedIn()
  return (
    <Empty title={title} text={text} drawing='gate'>
      <Button to={signedIn ? routes.register : signInFrom()}>{signedIn ? uiText.goRegister : signIn}</Button>
      <Button look='quiet' to={routes.home}>
        {uiText.goHome}
      </Button>
    </Empty>
  )
}

interface RequestTimelineProps {
  timeline: readonly RequestEvent[]
  /** Whether the reader filed it. */
  mine: boolean
  now: Instant
  actingFor: MemberId | undefined
}

/** The timeline of the request, with its pictures. */
function RequestTimeline({ timeline, mine, now, actingFor }: RequestTimelineProps) {
  const pictures = useFileUrls(
    timeline.flatMap(({ fileIds = [] }) => fileIds),
    actingFor,
  )
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
