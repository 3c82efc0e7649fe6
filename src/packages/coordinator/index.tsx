import { useState } from 'react'
import { usePages } from '#cloud/call/usePages'
import { useRead } from '#cloud/call/useRead'
import { ActivityRows } from '#features/coordinator/edit/ActivityRows'
import { ForCoordinators } from '#features/coordinator/ForCoordinators'
import { coordinatorBegin, coordinatorBirthdays } from '#routes'
import { celebrantText } from '#text/activity/celebrant'
import { coordinatorText as words } from '#text/activity/coordinator'
import { titles } from '#text/shared/titles'
import { Button } from '#ui/button/Button'
import { Choice } from '#ui/choice/Choice'
import { Pager } from '#ui/page/Pager'
import { Screen } from '#ui/page/Screen'
import { Empty, StateView } from '#ui/page/StateView'
import { Box } from '#ui/show/Box'
import { ListRow, ListRows } from '#ui/show/Row'

type View = 'upcoming' | 'drafts' | 'past'
const views = (['upcoming', 'drafts', 'past'] as const).map((value) => ({ value, title: words.views[value] }))

/** The coordinator's activities: those to come, the drafts, and the past ones. */
export default function CoordinatorPage() {
  const [view, setView] = useState<View>('upcoming')
  return (
    <Screen title={titles.coordinator}>
      <ForCoordinators>
        <Button to={coordinatorBegin}>{words.begin}</Button>
        <ListRows>
          <ListRow title={celebrantText.entry} detail={celebrantText.entryDetail} to={coordinatorBirthdays} />
        </ListRows>
        <Choice label={words.view} options={views} chosen={view} onChoose={setView} />
        <List key={view} view={view} />
      </ForCoordinators>
    </Screen>
  )
}

function List({ view }: { view: View }) {
  const { paging, older, newer } = usePages(10)
  const [read, refresh] = useRead('activity.list', { when: view, ...paging })
  return (
    <StateView of={read} onRetry={refresh} empty={<Empty title={words.emptyTitle} text={words.emptyText} />}>
      {({ items, nextCursor }) => (
        <Box className='stack'>
          <ActivityRows cards={items} />
          <Pager onNewer={newer} onOlder={nextCursor ? () => older(nextCursor) : undefined} />
        </Box>
      )}
    </StateView>
  )
}
