import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useRead } from '#cloud/call/useRead'
import type { Team } from '#contract/team'
import { HonourRows } from '#features/hours/HonourRows'
import { TeamMembers } from '#features/hours/TeamMembers'
import { TeamTotal } from '#features/hours/TeamTotal'
import { teamsSeen } from '#features/hours/teamsLed'
import { routes } from '#routes'
import { teamHoursText as words } from '#text/hours/hours'
import { titles } from '#text/shared/titles'
import { Button } from '#ui/button/Button'
import { Screen } from '#ui/page/Screen'
import { Empty, StateView } from '#ui/page/StateView'
import { Maybe } from '#ui/show/Maybe'
import { ListRow, ListRows } from '#ui/show/Row'

/** A team's hours for its leader: the total, the proposed honour minutes, and each member's ledger. */
export default function TeamHoursPage() {
  const [me, retryMe] = useRead('member.me', {})
  const [teams, retryTeams] = useRead('team.list', {})
  return (
    <Screen title={titles.teamHours}>
      <StateView of={me} onRetry={retryMe}>
        {(mine) => (
          <StateView of={teams} onRetry={retryTeams}>
            {({ items }) => {
              const seen = teamsSeen(mine, items)
              return seen.length === 0 ? <NotLeader /> : <OfTeams teams={seen} />
            }}
          </StateView>
        )}
      </StateView>
    </Screen>
  )
}

function OfTeams({ teams }: { teams: readonly Team[] }) {
  const asked = useRouter().params.id
  const first = teams.find(({ teamId }) => teamId === asked) ?? teams[0]
  const [teamId, setTeamId] = useState(first?.teamId ?? '')
  const [choosing, setChoosing] = useState(false)
  return (
    <>
      <Maybe>
        {teams.length > 1 && !choosing && (
          <ListRows>
            <ListRow
              icon='team'
              title={teams.find((team) => team.teamId === teamId)?.name ?? ''}
              detail={words.otherTeam}
              onPress={() => setChoosing(true)}
            />
          </ListRows>
        )}
      </Maybe>
      <Maybe>
        {choosing && (
          <ListRows>
            {teams.map((team) => (
              <ListRow
                key={team.teamId}
                title={team.name}
                onPress={() => {
                  setTeamId(team.teamId)
                  setChoosing(false)
                }}
              />
            ))}
          </ListRows>
        )}
      </Maybe>
      <TeamTotal teamId={teamId} />
      <HonourRows key={`honours ${teamId}`} teamId={teamId} />
      <TeamMembers key={`members ${teamId}`} teamId={teamId} />
    </>
  )
}

function NotLeader() {
  const { title, text, action } = words.notLeader
  return (
    <Empty title={title} text={text}>
      <Button look='quiet' to={routes.statement}>
        {action}
      </Button>
    </Empty>
  )
}
