import { useState } from 'react'
import { usePages } from '../../cloud/usePages'
import { useRead } from '../../cloud/useRead'
import { ActivityRows } from '../../features/coordinator/ActivityRows'
import { coordinatorBegin, coordinatorBirthdays } from '../../routes'
import { birthdaysText } from '../../text/afterActivity'
import { coordinatorText as words } from '../../text/coordinator'
import { titles } from '../../text/titles'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { Choice } from '../../ui/Choice'
import { Pager } from '../../ui/Pager'
import { Row, Rows } from '../../ui/Row'
import { Screen } from '../../ui/Screen'
import { Empty, StateView } from '../../ui/StateView'

type View = 'upcoming' | 'drafts' | 'past'
const views = (['upcoming', 'drafts', 'past'] as const).map((value) => ({ value, title: words.views[value] }))

/** Everything a coordinator runs: what is to come, what is still being written, what has been. */
export default function CoordinatorPage() {
  const [view, setView] = useState<View>('upcoming')
  return (
    <Screen title={titles.coordinator}>
      <Button to={coordinatorBegin}>{words.begin}</Button>
      <Rows>
        <Row title={birthdaysText.entry} detail={birthdaysText.entryDetail} to={coordinatorBirthdays} />
      </Rows>
      <Choice label={words.view} options={views} chosen={view} onChoose={setView} />
      <List key={view} view={view} />
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
