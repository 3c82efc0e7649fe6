import type { Statement } from '#contract/hours'
import { usePages } from '../../../cloud/usePages'
import { useRead } from '../../../cloud/useRead'
import { EntryRow } from '../../../features/hours/EntryRow'
import { HoursTotal } from '../../../features/hours/HoursTotal'
import { StarsHeld } from '../../../features/hours/StarsHeld'
import { routes } from '../../../routes'
import { hoursText } from '../../../text/hours'
import { durationWords } from '../../../text/time'
import { titles } from '../../../text/titles'
import { Box } from '../../../ui/Box'
import { Button } from '../../../ui/Button'
import { Card } from '../../../ui/Card'
import { Heading } from '../../../ui/Heading'
import { Pager } from '../../../ui/Pager'
import { Cell, Rows } from '../../../ui/Row'
import { Screen } from '../../../ui/Screen'
import { Empty, StateView } from '../../../ui/StateView'

/** My hours: the total, the stars, by team, and every line that makes them up. */
export default function MyHours() {
  const now = Date.now()
  const { paging, older, newer } = usePages()
  const [statement, refresh] = useRead('hours.statement', paging)
  const [teams] = useRead('team.list', {})
  const nameOf = (teamId: string) =>
    teams.state === 'ready' ? teams.data.items.find((team) => team.teamId === teamId)?.name : undefined
  return (
    <Screen title={titles.statement}>
      <StateView of={statement} onRetry={refresh} empty={<NoHours />}>
        {(held) => (
          <Box className='stack'>
            <HoursTotal statement={held} />
            <StarsHeld stars={held.stars} recordedMinutes={held.recordedMinutes} />
            <ByTeam statement={held} nameOf={nameOf} />
            <Box tag='section' className='stack-tight'>
              <Heading>{hoursText.entries}</Heading>
              <Rows>
                {held.items.map((entry) => (
                  <EntryRow key={entry.entryId} entry={entry} team={nameOf(entry.teamId)} now={now} />
                ))}
              </Rows>
            </Box>
            <Pager
              onNewer={newer}
              onOlder={held.nextCursor ? () => older(held.nextCursor ?? '') : undefined}
            />
          </Box>
        )}
      </StateView>
    </Screen>
  )
}

function ByTeam({
  statement,
  nameOf,
}: {
  statement: Statement
  nameOf: (teamId: string) => string | undefined
}) {
  return (
    <Card title={hoursText.byTeam}>
      <Box>
        {statement.byTeam.map(({ teamId, minutes }) => (
          <Cell key={teamId} name={nameOf(teamId) ?? hoursText.otherTeam}>
            {durationWords(minutes)}
          </Cell>
        ))}
      </Box>
    </Card>
  )
}

function NoHours() {
  const { title, text, action } = hoursText.empty
  return (
    <Empty title={title} text={text}>
      <Button look='pine' to={routes.hall}>
        {action}
      </Button>
    </Empty>
  )
}
