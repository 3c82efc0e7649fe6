import { useRouter } from '@tarojs/taro'
import { useNow } from '#clock'
import { useRead } from '#cloud/call/useRead'
import { useSignedIn } from '#cloud/call/useSignedIn'
import type { StepCourse } from '#cloud/call/useStep'
import type { ActivityDetail } from '#contract/activity'
import { idInScene } from '#contract/scene'
import { defaultLimits } from '#contract/shared/defaultLimits'
import type { Instant, MemberId } from '#contract/shared/scalars'
import { minuteMs } from '#contract/shared/time'
import { LessonRows } from '#features/activity/course/LessonRows'
import { ownDoor } from '#features/activity/course/ownDoor'
import { ActivityFacts, ActivityInShort } from '#features/activity/detail/ActivityFacts'
import { ActivityPhotos } from '#features/activity/detail/ActivityPhotos'
import { forwardedActivity } from '#features/activity/detail/forwardedActivity'
import { SessionCard } from '#features/activity/session/SessionCard'
import { ShiftRows } from '#features/activity/shift/ShiftRows'
import { sessionsRun, shiftsFor } from '#features/activity/shift/shiftStep'
import { CompletionRow } from '#features/certificate/CompletionRow'
import { CallRow } from '#features/community/CallRow'
import { holdsRole, isLeaderOf } from '#features/member/own/rolesHeld'
import { ForWhom } from '#features/member/proxy/ForWhom'
import { useMatterRead } from '#features/notice/useMatterRead'
import { MySubsidyCard } from '#features/subsidy/MySubsidyCard'
import { activityDetail, coordinatorActivity, coordinatorShifts, posterAt, routes } from '#routes'
import { activityText as words } from '#text/activity/activity'
import { forwardText } from '#text/shared/forward'
import { datedWindowWords } from '#text/shared/time'
import { titles } from '#text/shared/titles'
import { uiText } from '#text/shared/ui'
import { shiftText } from '#text/shift/shift'
import { Button } from '#ui/button/Button'
import { useElder } from '#ui/elder/elder'
import { inMoments } from '#ui/forward/inMoments'
import { PassOn } from '#ui/forward/PassOn'
import { useForward } from '#ui/forward/useForward'
import { Banner } from '#ui/page/Banner'
import { Screen } from '#ui/page/Screen'
import { Empty, StateView } from '#ui/page/StateView'
import { useNews } from '#ui/page/useNews'
import { useWindowName } from '#ui/page/windowName'
import { HiddenCanvas } from '#ui/picture/HiddenCanvas'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Maybe } from '#ui/show/Maybe'
import { ListRow, ListRows } from '#ui/show/Row'

/** The page of one activity, for everybody: its facts, the viewer's own place in it, and the one next step. */
export default function ActivityPage() {
  const { id, scene } = useRouter().params
  const activityId = id ?? idInScene('activity', scene)
  const { title, text, action } = inMoments() ? { ...forwardText.moments, action: undefined } : words.noId
  return (
    <Screen title={titles.activity}>
      {activityId && !inMoments() ? (
        <ForWhom>
          {(principal) => <OpenActivity activityId={activityId} actingFor={principal?.memberId} />}
        </ForWhom>
      ) : (
        <Empty title={title} text={text}>
          {action && <Button to={routes.activities}>{action}</Button>}
        </Empty>
      )}
    </Screen>
  )
}

const prepared = '/packages/activity/forward.png'

/** The latest changes that the page shows. */
const changesShown = 3

interface OpenActivityProps {
  activityId: string
  /** The member on whose behalf the page is opened. */
  actingFor: MemberId | undefined
}

function OpenActivity({ activityId, actingFor }: OpenActivityProps) {
  const now = useNow()
  const elder = useElder()
  const signedIn = useSignedIn()
  const [read, refresh] = useRead('activity.get', { activityId }, { visitor: true, actingFor })
  const [community] = useRead('community.get', {}, { visitor: true })
  const [me] = useRead('member.me', {}, { visitor: true, wait: !signedIn || actingFor !== undefined })
  const [theirs] = useRead('member.dependents', {}, { actingFor, wait: !actingFor, visitor: true })
  const [news, tell] = useNews()
  useMatterRead({ activityId }, signedIn && !actingFor && read.state === 'ready')
  useWindowName(read.state === 'ready' ? uiText.about.activity(read.data.title) : undefined)
  const shared = community.state === 'ready' ? community.data : undefined
  // whoever acts for another sees what is the other's, and nothing by their own offices
  const known = signedIn && !actingFor && me.state === 'ready' ? me.data : undefined
  useForward(prepared, read.state === 'ready' && shared ? forwardedActivity(read.data, shared) : undefined)
  const { doorOpensMinutes } = shared?.limits ?? defaultLimits

  const course: StepCourse = { actingFor, refresh, tell }
  const relatives = theirs.state === 'ready' ? theirs.data.items : (known?.member?.dependents ?? [])

  if (read.state === 'failed' && read.code === 'not_found') return <NoActivity />
  return (
    <>
      <StateView of={read} onRetry={refresh}>
        {(activity) => {
          const { sessions, changes, state, cancelReason, photos } = activity
          const shifts = shiftsFor(
            holdsRole(known, 'volunteer'),
            sessions.flatMap((session) => session.shifts),
          )
          const runs = (teamId: string) => activity.mayRun === true || isLeaderOf(known, teamId)
          const run = sessionsRun(runs, sessions, now)
          const facts = (
            <Maybe>
              <ActivityFacts activity={activity} community={shared} now={now} />
            </Maybe>
          )
          return (
            <>
              <Maybe>{news && <Banner tone={news.tone}>{news.text}</Banner>}</Maybe>
              <Maybe>
                {state === 'cancelled' && <Banner tone='bad'>{words.cancelled(cancelReason)}</Banner>}
              </Maybe>
              {elder ? <ActivityInShort activity={activity} now={now} /> : facts}
              <Maybe>
                {photos.length > 0 && (
                  <ActivityPhotos photos={photos} mayLook={known?.member?.state === 'verified'} />
                )}
              </Maybe>
              {sessions.map((session, index) => (
                <SessionCard
                  key={session.sessionId}
                  activity={activity}
                  session={session}
                  title={words.session(index + 1, sessions.length)}
                  dependents={relatives}
                  doorOpensAt={ownDoor(session, now).from - doorOpensMinutes * minuteMs}
                  course={course}
                  now={now}
                />
              ))}
              <Maybe>
                {activity.lessonCount !== undefined && (
                  <CourseParts activity={activity} course={course} now={now} />
                )}
              </Maybe>
              {elder && facts}
              <Maybe>
                {shifts.length > 0 && (
                  <ShiftRows
                    shifts={shifts}
                    limits={shared?.limits ?? defaultLimits}
                    course={course}
                    now={now}
                  />
                )}
              </Maybe>
              <Maybe>{run.length > 0 && <RunRows sessions={run} now={now} />}</Maybe>
              <Maybe>
                {!known?.member && !actingFor && shared?.phone && <ByTelephone phone={shared.phone} />}
              </Maybe>
              <Maybe>
                {state !== 'draft' && (
                  <PassOn
                    path={activityDetail(activityId)}
                    pageAddress={shared?.pageAddress}
                    poster={state === 'cancelled' ? undefined : posterAt('activity', activityId)}
                  />
                )}
              </Maybe>
              <Maybe>{activity.mayRun && <RunActivity activityId={activityId} />}</Maybe>
              <Maybe>{changes.length > 0 && <LatestChanges changes={changes} now={now} />}</Maybe>
            </>
          )
        }}
      </StateView>
      <HiddenCanvas />
    </>
  )
}

/** The way to the activity as it is run. */
function RunActivity({ activityId }: { activityId: string }) {
  return (
    <ListRows>
      <ListRow title={shiftText.runActivity} to={coordinatorActivity(activityId)} />
    </ListRows>
  )
}

interface CoursePartsProps {
  activity: ActivityDetail
  course: StepCourse
  now: Instant
}

/** The lessons of a course, and what a trainee has from it: the subsidy, and the certificate once it is over. */
function CourseParts({ activity, course, now }: CoursePartsProps) {
  const { activityId, subsidyFen, sessions } = activity
  const { actingFor } = course
  const [session] = sessions
  if (!session?.lessons) return null
  const { sessionId, lessons, mine, to } = session
  return (
    <>
      <LessonRows lessons={lessons} sessionId={sessionId} course={course} now={now} />
      <Maybe>
        {mine && subsidyFen !== undefined && <MySubsidyCard activityId={activityId} actingFor={actingFor} />}
      </Maybe>
      <Maybe>{mine && now >= to && <CompletionRow activityId={activityId} actingFor={actingFor} />}</Maybe>
    </>
  )
}

/** The sessions whose volunteers the viewer looks after. */
function RunRows({ sessions, now }: Pick<ActivityDetail, 'sessions'> & { now: Instant }) {
  return (
    <ListRows>
      {sessions.map((session) => (
        <ListRow
          key={session.sessionId}
          title={shiftText.run}
          detail={datedWindowWords(session, now)}
          to={coordinatorShifts(session.sessionId)}
        />
      ))}
    </ListRows>
  )
}

/** The way for whoever is not registered: perhaps they ask for an elder of another city. */
function ByTelephone({ phone }: { phone: string }) {
  return (
    <Box className='stack-tight'>
      <Box>{words.call}</Box>
      <CallRow phone={phone} />
    </Box>
  )
}

/** A link that is old or wrong. */
function NoActivity() {
  const { title, text, action } = words.gone
  return (
    <Empty title={title} text={text} drawing='gate'>
      <Button to={routes.activities}>{action}</Button>
    </Empty>
  )
}

/** What has been changed of late, each with its time. */
function LatestChanges({ changes, now }: Pick<ActivityDetail, 'changes'> & { now: Instant }) {
  return (
    <Card title={words.changes}>
      {changes.slice(0, changesShown).map(({ at, what }) => (
        <Box key={at}>
          <Box className='soft'>{words.changed(at, now)}</Box>
          {what.map((line) => (
            <Box key={line}>{line}</Box>
          ))}
        </Box>
      ))}
    </Card>
  )
}
