import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useCommand } from '#cloud/call/useCommand'
import { usePages } from '#cloud/call/usePages'
import { useRead } from '#cloud/call/useRead'
import type { TeamMember } from '#contract/team'
import { MembershipSheet } from '#features/team/MembershipSheet'
import { RosterRow } from '#features/team/RosterRow'
import { teamNoShows } from '#routes'
import { noShowText } from '#text/booking/noShow'
import { titles } from '#text/shared/titles'
import { teamText } from '#text/team/team'
import { DeclineSheet } from '#ui/form/DeclineSheet'
import { Failure } from '#ui/form/Failure'
import { Banner } from '#ui/page/Banner'
import { Pager } from '#ui/page/Pager'
import { Screen } from '#ui/page/Screen'
import { Empty, StateView } from '#ui/page/StateView'
import { Box } from '#ui/show/Box'
import { Heading } from '#ui/show/Heading'
import { Maybe } from '#ui/show/Maybe'
import { ListRow, ListRows } from '#ui/show/Row'
import { useStillRows } from '#ui/still/useStillRows'

/** Fewer than in other lists, since each is drawn large and WeChat is sent all of it. */
const cardsAtOnce = 15

/** The roster of a leader's team, the applications first. */
export default function Roster() {
  const teamId = useRouter().params.id ?? ''
  const { paging, older, newer } = usePages(cardsAtOnce)
  const [people, refresh] = useRead('team.roster', { teamId, ...paging })
  const [declining, setDeclining] = useState<TeamMember>()
  const [looking, setLooking] = useState<TeamMember>()
  const [done, setDone] = useState<string>()
  const decide = useCommand('team.decide')
  const press = useStillRows(
    (people.state === 'ready' ? people.data.items : []).map(({ memberId, state }) => ({
      key: memberId,
      face: state,
    })),
    { above: `${done ?? ''} ${decide.failure ?? ''}` },
  )

  async function answer({ memberId, name }: TeamMember, accept: boolean, reason?: string) {
    if (!(await decide.run({ teamId, memberId, accept, ...(reason && { reason }) }))) return
    setDeclining(undefined)
    setDone(accept ? teamText.accepted(name) : teamText.declined(name))
    await refresh()
  }

  return (
    <Screen title={titles.roster}>
      <ListRows>
        <ListRow title={noShowText.list.way} to={teamNoShows(teamId)} />
      </ListRows>
      <Maybe>{done && <Banner tone='good'>{done}</Banner>}</Maybe>
      <Failure>{!declining && decide.failure}</Failure>
      <StateView
        of={people}
        onRetry={refresh}
        empty={<Empty title={teamText.rosterEmptyTitle} text={teamText.rosterEmptyText} />}
      >
        {({ items, nextCursor }) => {
          const groups = [
            { title: teamText.waiting, members: items.filter(({ state }) => state === 'applied') },
            { title: teamText.others, members: items.filter(({ state }) => state !== 'applied') },
          ].filter(({ members }) => members.length > 0)
          return (
            <Box className='stack'>
              {groups.map(({ title, members }) => (
                <Box key={title} tag='section' className='stack-tight'>
                  <Heading>{title}</Heading>
                  <Box tag='ul' className='pair'>
                    {members.map((person) => (
                      <RosterRow
                        key={person.memberId}
                        person={person}
                        onDetails={() => setLooking(person)}
                        onAccept={() => press(person.memberId, () => answer(person, true))}
                        onDecline={() => {
                          decide.clear()
                          setDeclining(person)
                        }}
                      />
                    ))}
                  </Box>
                </Box>
              ))}
              <Pager onNewer={newer} onOlder={nextCursor ? () => older(nextCursor) : undefined} />
            </Box>
          )
        }}
      </StateView>
      <Maybe>
        {looking && (
          <MembershipSheet
            teamId={teamId}
            person={looking}
            onDone={(sentence) => {
              setLooking(undefined)
              setDone(sentence)
              void refresh()
            }}
            onClose={() => setLooking(undefined)}
          />
        )}
        {declining && (
          <DeclineSheet
            name={declining.name}
            words={teamText}
            busy={decide.busy}
            failure={decide.failure}
            onDecline={(reason) => answer(declining, false, reason)}
            onClose={() => setDeclining(undefined)}
          />
        )}
      </Maybe>
    </Screen>
  )
}
