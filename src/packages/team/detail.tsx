import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useNow } from '#clock'
import { usePages } from '#cloud/call/usePages'
import { useRead } from '#cloud/call/useRead'
import { useSignedIn } from '#cloud/call/useSignedIn'
import { idInScene } from '#contract/scene'
import { ActivityRow } from '#features/activity/detail/ActivityRow'
import { CallRow } from '#features/community/CallRow'
import { isLeaderOf } from '#features/member/own/rolesHeld'
import { ApplySheet } from '#features/team/ApplySheet'
import { forwardedTeam } from '#features/team/forwardedTeam'
import { LeaveSheet } from '#features/team/LeaveSheet'
import { TeamCard } from '#features/team/TeamCard'
import { activityDetail, posterAt, routes, teamDetail } from '#routes'
import { windowWords } from '#text/shared/time'
import { titles } from '#text/shared/titles'
import { uiText } from '#text/shared/ui'
import { shiftText } from '#text/shift/shift'
import { teamPageText as page, teamText as words } from '#text/team/team'
import { Button } from '#ui/button/Button'
import { PassOn } from '#ui/forward/PassOn'
import { useForward } from '#ui/forward/useForward'
import { signInFrom } from '#ui/go/signInFrom'
import { Banner } from '#ui/page/Banner'
import { Pager } from '#ui/page/Pager'
import { Screen } from '#ui/page/Screen'
import { Empty, StateView } from '#ui/page/StateView'
import { useWindowName } from '#ui/page/windowName'
import { HiddenCanvas } from '#ui/picture/HiddenCanvas'
import { Box } from '#ui/show/Box'
import { Heading } from '#ui/show/Heading'
import { Maybe } from '#ui/show/Maybe'
import { ListRow, ListRows } from '#ui/show/Row'

const prepared = '/packages/team/forward.png'
const shownAtOnce = 10

/**
 * The page of one team, for everybody: whoever got its link or scanned its poster, registered or not. What it does,
 * how to join, and what it has to come.
 */
export default function TeamPage() {
  const { id, scene } = useRouter().params
  const teamId = id ?? idInScene('team', scene)
  return <Screen title={titles.team}>{teamId ? <OpenTeam teamId={teamId} /> : <NoTeam />}</Screen>
}

function OpenTeam({ teamId }: { teamId: string }) {
  const signedIn = useSignedIn()
  const [read, refresh] = useRead('team.get', { teamId }, { visitor: true })
  const [community] = useRead('community.get', {}, { visitor: true })
  const [me] = useRead('member.me', {}, { visitor: true, wait: !signedIn })
  const [asking, setAsking] = useState<'apply' | 'leave'>()
  const [done, setDone] = useState<string>()
  const mine = signedIn && me.state === 'ready' ? me.data : undefined
  const shared = community.state === 'ready' ? community.data : undefined
  const team = read.state === 'ready' ? read.data : undefined
  useWindowName(team && uiText.about.team(team.name))
  useForward(prepared, team && shared && forwardedTeam(team, shared))
  const finish = (sentence: string) => {
    setAsking(undefined)
    setDone(sentence)
    void refresh()
  }
  const close = () => setAsking(undefined)
  if (read.state === 'failed' && read.code === 'not_found') return <NoTeam />
  return (
    <>
      <Maybe>{done && <Banner tone='good'>{done}</Banner>}</Maybe>
      <StateView of={read} onRetry={refresh}>
        {(held) => (
          <Box className='stack'>
            <Box tag='ul'>
              <TeamCard
                team={held}
                leads={isLeaderOf(mine, held.teamId)}
                mayApply={mine?.member?.state === 'verified'}
                onApply={() => setAsking('apply')}
                onLeave={() => setAsking('leave')}
              />
            </Box>
            <Maybe>
              {!mine?.member && (
                <Box className='stack'>
                  <Box>{page.how}</Box>
                  <Button to={signedIn ? routes.register : signInFrom()}>
                    {signedIn ? uiText.goRegister : words.signIn}
                  </Button>
                  {shared?.phone && <CallRow phone={shared.phone} />}
                </Box>
              )}
            </Maybe>
            <Shifts teamId={held.teamId} />
            <Activities teamId={held.teamId} />
            <Maybe>
              {isLeaderOf(mine, held.teamId) && !held.womens && (
                <Button to={routes.coordinator}>{words.ahead.run}</Button>
              )}
            </Maybe>
            <PassOn
              path={teamDetail(held.teamId)}
              pageAddress={shared?.pageAddress}
              poster={posterAt('team', held.teamId)}
            />
            <Button look='quiet' to={routes.teams}>
              {page.all}
            </Button>
          </Box>
        )}
      </StateView>
      <HiddenCanvas />
      <Maybe>
        {asking === 'apply' && team && (
          <ApplySheet
            team={team}
            onApplied={(guardianNeeded) =>
              finish((guardianNeeded ? words.appliedMinor : words.applied)(team.name))
            }
            onClose={close}
          />
        )}
        {asking === 'leave' && team && (
          <LeaveSheet team={team} onLeft={() => finish(words.left(team.name))} onClose={close} />
        )}
      </Maybe>
    </>
  )
}

/** The shifts that need hands of the team, whoever's activity they are at. */
function Shifts({ teamId }: { teamId: string }) {
  const now = useNow()
  const { paging, older, newer } = usePages(shownAtOnce)
  const [read, refresh] = useRead('shift.list', { teamId, ...paging }, { visitor: true })
  return (
    <Box tag='section' className='stack-tight'>
      <Heading level={2}>{words.ahead.shifts}</Heading>
      <StateView of={read} onRetry={refresh} empty={<Box className='soft'>{words.ahead.noShifts}</Box>}>
        {({ items, nextCursor }) => (
          <Box className='stack'>
            <ListRows>
              {items.map(({ shiftId, activityId, title, name, from, to, free, capacity }) => (
                <ListRow
                  key={shiftId}
                  title={`${name} · ${title}`}
                  detail={`${windowWords({ from, to }, now)} · ${shiftText.free(free, capacity)}`}
                  to={activityDetail(activityId)}
                />
              ))}
            </ListRows>
            <Pager onNewer={newer} onOlder={nextCursor ? () => older(nextCursor) : undefined} />
          </Box>
        )}
      </StateView>
    </Box>
  )
}

/** The team's own activities. */
function Activities({ teamId }: { teamId: string }) {
  const now = useNow()
  const { paging, older, newer } = usePages(shownAtOnce)
  const [read, refresh] = useRead('activity.list', { when: 'upcoming', teamId, ...paging }, { visitor: true })
  return (
    <Box tag='section' className='stack-tight'>
      <Heading level={2}>{words.ahead.activities}</Heading>
      <StateView of={read} onRetry={refresh} empty={<Box className='soft'>{words.ahead.noActivities}</Box>}>
        {({ items, nextCursor }) => (
          <Box className='stack'>
            {items.map((card) => (
              <ActivityRow key={card.activityId} card={card} now={now} />
            ))}
            <Pager onNewer={newer} onOlder={nextCursor ? () => older(nextCursor) : undefined} />
          </Box>
        )}
      </StateView>
    </Box>
  )
}

function NoTeam() {
  return (
    <Empty title={page.none.title} text={page.none.text} drawing='gate'>
      <Button to={routes.teams}>{page.all}</Button>
    </Empty>
  )
}
