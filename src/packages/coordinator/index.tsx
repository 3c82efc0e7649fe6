import { useState } from 'react'
import { usePages } from '#cloud/call/usePages'
import { useRead } from '#cloud/call/useRead'
import type { Me } from '#contract/member'
import { hasRole, runsEveryActivity } from '#contract/shared/grants'
import { ActivityRows } from '#features/coordinator/edit/ActivityRows'
import { ForCoordinators } from '#features/coordinator/ForCoordinators'
import { teamsPublishedFor } from '#features/coordinator/frame'
import { coordinatorBegin, coordinatorBirthdays, routes } from '#routes'
import { celebrantText } from '#text/activity/celebrant'
import { coordinatorText as words } from '#text/activity/coordinator'
import { titles } from '#text/shared/titles'
import { vacancyRunText } from '#text/vacancy/vacancy'
import { Button } from '#ui/button/Button'
import { Choice } from '#ui/choice/Choice'
import { Pager } from '#ui/page/Pager'
import { Screen } from '#ui/page/Screen'
import { Empty, StateView } from '#ui/page/StateView'
import { Box } from '#ui/show/Box'
import { ListRow, ListRows } from '#ui/show/Row'

type View = 'upcoming' | 'drafts' | 'past'
const views = (['upcoming', 'drafts', 'past'] as const).map((value) => ({ value, title: words.views[value] }))

/** The activities that somebody runs, all or those of their teams: those to come, the drafts, and the past ones. */
export default function CoordinatorPage() {
  return (
    <Screen title={titles.coordinator}>
      <ForCoordinators>
        {(me) => (runsEveryActivity(me.roles) ? <All me={me} /> : <OfTeams me={me} />)}
      </ForCoordinators>
    </Screen>
  )
}

function All({ me }: { me: Me }) {
  return (
    <>
      <Button to={coordinatorBegin}>{words.begin}</Button>
      <ListRows>
        {hasRole(me.roles, 'coordinator') && (
          <ListRow title={celebrantText.entry} detail={celebrantText.entryDetail} to={coordinatorBirthdays} />
        )}
        <ListRow title={vacancyRunText.entry} detail={vacancyRunText.entryDetail} to={routes.vacancyBoard} />
      </ListRows>
      <Views />
    </>
  )
}

/** A leader of several teams looks at one of them at a time. */
function OfTeams({ me }: { me: Me }) {
  const [teams, refresh] = useRead('team.list', { limit: 50 })
  const [chosen, setChosen] = useState<string>()
  return (
    <StateView of={teams} onRetry={refresh}>
      {({ items }) => {
        const own = teamsPublishedFor(me, items)
        const teamId = chosen ?? own[0]?.teamId
        if (teamId === undefined) return <Empty title={words.womensTitle} text={words.womensText} />
        return (
          <Box className='stack'>
            <Box>{words.teamLead(own.map(({ name }) => name))}</Box>
            <Button to={coordinatorBegin}>{words.beginTeam}</Button>
            {own.length > 1 && (
              <Choice
                label={words.whichTeam}
                options={own.map((team) => ({ value: team.teamId, title: team.name }))}
                chosen={teamId}
                onChoose={setChosen}
                tall
              />
            )}
            <Views teamId={teamId} />
          </Box>
        )
      }}
    </StateView>
  )
}

function Views({ teamId }: { teamId?: string }) {
  const [view, setView] = useState<View>('upcoming')
  return (
    <>
      <Choice label={words.view} options={views} chosen={view} onChoose={setView} />
      <List key={`${view} ${teamId}`} view={view} teamId={teamId} />
    </>
  )
}

function List({ view, teamId }: { view: View; teamId: string | undefined }) {
  const { paging, older, newer } = usePages(10)
  const [read, refresh] = useRead('activity.list', { when: view, ...(teamId && { teamId }), ...paging })
  const text = teamId ? words.emptyTeamText : words.emptyText
  return (
    <StateView of={read} onRetry={refresh} empty={<Empty title={words.emptyTitle} text={text} />}>
      {({ items, nextCursor }) => (
        <Box className='stack'>
          <ActivityRows cards={items} />
          <Pager onNewer={newer} onOlder={nextCursor ? () => older(nextCursor) : undefined} />
        </Box>
      )}
    </StateView>
  )
}
