import { useState } from 'react'
import { useRead } from '#cloud/call/useRead'
import { useSignedIn } from '#cloud/call/useSignedIn'
import type { MemberId } from '#contract/shared/scalars'
import type { Team } from '#contract/team'
import { isLeaderOf } from '#features/member/own/rolesHeld'
import { ForWhom } from '#features/member/proxy/ForWhom'
import { ApplySheet } from '#features/team/ApplySheet'
import { LeaveSheet } from '#features/team/LeaveSheet'
import { TeamCard } from '#features/team/TeamCard'
import { teamDetail } from '#routes'
import { titles } from '#text/shared/titles'
import { teamText } from '#text/team/team'
import { Button } from '#ui/button/Button'
import { signInFrom } from '#ui/go/signInFrom'
import { Banner } from '#ui/page/Banner'
import { Screen } from '#ui/page/Screen'
import { Empty, StateView } from '#ui/page/StateView'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'

/** The teams of the community. A resident can apply to one or leave it, at the counter also through a worker. */
export default function Teams() {
  return (
    <Screen title={titles.teams}>
      <ForWhom>{(principal) => <AllTeams actingFor={principal?.memberId} />}</ForWhom>
    </Screen>
  )
}

function AllTeams({ actingFor }: { actingFor: MemberId | undefined }) {
  const signedIn = useSignedIn()
  const [teams, refresh] = useRead('team.list', {}, { visitor: true, actingFor })
  const [me] = useRead('member.me', {}, { visitor: true, wait: !signedIn || actingFor !== undefined })
  const [asking, setAsking] = useState<{ what: 'apply' | 'leave'; team: Team }>()
  const [done, setDone] = useState<string>()
  const mine = me.state === 'ready' ? me.data : undefined
  const mayApply = actingFor !== undefined || mine?.member?.state === 'verified'

  const finish = (sentence: string) => {
    setAsking(undefined)
    setDone(sentence)
    void refresh()
  }
  const close = () => setAsking(undefined)

  return (
    <>
      <Box>{teamText.lead}</Box>
      <Maybe>
        {!signedIn && (
          <Button look='quiet' to={signInFrom()}>
            {teamText.signIn}
          </Button>
        )}
      </Maybe>
      <Maybe>{done && <Banner tone='good'>{done}</Banner>}</Maybe>
      <StateView of={teams} onRetry={refresh} empty={<Empty title={teamText.emptyTitle} />}>
        {({ items }) => (
          <Box className='stack'>
            <Box tag='ul' className='pair'>
              {items.map((team) => (
                <TeamCard
                  key={team.teamId}
                  team={team}
                  page={teamDetail(team.teamId)}
                  leads={!actingFor && isLeaderOf(mine, team.teamId)}
                  own={!actingFor}
                  mayApply={mayApply}
                  onApply={() => setAsking({ what: 'apply', team })}
                  onLeave={() => setAsking({ what: 'leave', team })}
                />
              ))}
            </Box>
            {items.some(({ sample }) => sample) && <Box className='soft small'>{teamText.sampleNote}</Box>}
          </Box>
        )}
      </StateView>
      <Maybe>
        {asking?.what === 'apply' && (
          <ApplySheet
            team={asking.team}
            actingFor={actingFor}
            onApplied={(guardianNeeded) =>
              finish((guardianNeeded ? teamText.appliedMinor : teamText.applied)(asking.team.name))
            }
            onClose={close}
          />
        )}
        {asking?.what === 'leave' && (
          <LeaveSheet
            team={asking.team}
            actingFor={actingFor}
            onLeft={() => finish(teamText.left(asking.team.name))}
            onClose={close}
          />
        )}
      </Maybe>
    </>
  )
}
