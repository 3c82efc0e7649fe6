import { useState } from 'react'
import { useRead } from '#cloud/call/useRead'
import { handlesRequests } from '#features/member/own/rolesHeld'
import { CategoryFilter } from '#features/request/list/CategoryFilter'
import { RequestPages } from '#features/request/list/RequestPages'
import { UrgencyGroups } from '#features/request/list/UrgencyGroups'
import { routes } from '#routes'
import { requestListText } from '#text/request/request'
import { queueText as words } from '#text/request/requestOffice'
import { titles } from '#text/shared/titles'
import { Button } from '#ui/button/Button'
import { Choice } from '#ui/choice/Choice'
import { Screen } from '#ui/page/Screen'
import { Empty, StateView } from '#ui/page/StateView'
import { Box } from '#ui/show/Box'

const states = [
  { value: 'unfinished' as const, title: words.unfinished },
  { value: 'finished' as const, title: words.finished },
]

/** The requests that the viewer's tier holds, the nearest deadline first. */
export default function Queue() {
  const [me, retryMe] = useRead('member.me', {})
  return (
    <Screen title={titles.requestQueue}>
      <StateView of={me} onRetry={retryMe}>
        {(mine) => (handlesRequests(mine) ? <OfficeQueue /> : <NotStaff />)}
      </StateView>
    </Screen>
  )
}

function OfficeQueue() {
  const [community, retry] = useRead('community.get', {})
  const [category, setCategory] = useState<string>()
  const [state, setState] = useState<'unfinished' | 'finished'>('unfinished')
  const finished = state === 'finished'
  const { title, text } = finished ? words.finishedEmpty : words.empty
  return (
    <StateView of={community} onRetry={retry}>
      {(shared) => (
        <Box className='stack'>
          <Choice label={words.which} options={states} chosen={state} onChoose={setState} />
          <CategoryFilter
            reserved={['guide', 'pact']}
            community={shared}
            chosen={category}
            onChoose={setCategory}
          />
          <RequestPages
            key={`${state}${category ?? ''}`}
            scope='queue'
            category={category}
            finished={finished}
            community={shared}
            empty={
              category === undefined ? (
                <Empty title={title} text={text} />
              ) : (
                <Empty title={requestListText.noneOfCategory} />
              )
            }
          >
            {finished ? undefined : (items, row) => <UrgencyGroups items={items} row={row} />}
          </RequestPages>
        </Box>
      )}
    </StateView>
  )
}

function NotStaff() {
  const { title, text, action } = words.notStaff
  return (
    <Empty title={title} text={text}>
      <Button look='quiet' to={routes.myRequests}>
        {action}
      </Button>
    </Empty>
  )
}
