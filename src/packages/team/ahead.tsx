import { useRouter } from '@tarojs/taro'
import { useNow } from '#clock'
import { usePages } from '#cloud/call/usePages'
import { useRead } from '#cloud/call/useRead'
import { useSignedIn } from '#cloud/call/useSignedIn'
import { ActivityRow } from '#features/activity/detail/ActivityRow'
import { isLeaderOf } from '#features/member/own/rolesHeld'
import { activityDetail, routes } from '#routes'
import { windowWords } from '#text/shared/time'
import { titles } from '#text/shared/titles'
import { shiftText } from '#text/shift/shift'
import { teamText } from '#text/team/team'
import { Button } from '#ui/button/Button'
import { Pager } from '#ui/page/Pager'
import { Screen } from '#ui/page/Screen'
import { Empty, StateView } from '#ui/page/StateView'
import { Box } from '#ui/show/Box'
import { Heading } from '#ui/show/Heading'
import { Maybe } from '#ui/show/Maybe'
import { ListRow, ListRows } from '#ui/show/Row'

const words = teamText.ahead
const shownAtOnce = 10

/** What a team has to come: the shifts that need hands, whoever's activity they are at, and its own activities. */
export default function TeamAhead() {
  const teamId = useRouter().params.id ?? ''
  const signedIn = useSignedIn()
  const [teams, refresh] = useRead('team.list', { limit: 50 }, { visitor: true })
  const [me] = useRead('member.me', {}, { visitor: true, wait: !signedIn })
  const mine = me.state === 'ready' ? me.data : undefined
  return (
    <Screen title={titles.teamAhead}>
      <StateView of={teams} onRetry={refresh}>
        {({ items }) => {
          const team = items.find((one) => one.teamId === teamId)
          if (!team) return <NoTeam />
          return (
            <Box className='stack'>
              <Heading>{team.name}</Heading>
              <Maybe>
                {isLeaderOf(mine, teamId) && !team.womens && (
                  <Button to={routes.coordinator}>{words.run}</Button>
                )}
              </Maybe>
              <Shifts teamId={teamId} />
              <Activities teamId={teamId} />
            </Box>
          )
        }}
      </StateView>
    </Screen>
  )
}

function Shifts({ teamId }: { teamId: string }) {
  const now = useNow()
  const { paging, older, newer } = usePages(shownAtOnce)
  const [read, refresh] = useRead('shift.list', { teamId, ...paging }, { visitor: true })
  return (
    <Box tag='section' className='stack-tight'>
      <Heading level={2}>{words.shifts}</Heading>
      <StateView of={read} onRetry={refresh} empty={<Box className='soft'>{words.noShifts}</Box>}>
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

function Activities({ teamId }: { teamId: string }) {
  const now = useNow()
  const { paging, older, newer } = usePages(shownAtOnce)
  const [read, refresh] = useRead('activity.list', { when: 'upcoming', teamId, ...paging }, { visitor: true })
  return (
    <Box tag='section' className='stack-tight'>
      <Heading level={2}>{words.activities}</Heading>
      <StateView of={read} onRetry={refresh} empty={<Box className='soft'>{words.noActivities}</Box>}>
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
  const { title, text, action } = words.noTeam
  return (
    <Empty title={title} text={text}>
      <Button to={routes.teams}>{action}</Button>
    </Empty>
  )
}
