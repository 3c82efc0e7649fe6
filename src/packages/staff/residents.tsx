import { useState } from 'react'
import { useRead } from '#cloud/call/useRead'
import { holdsRole, isResidentStaff } from '#features/member/own/rolesHeld'
import { FindResident } from '#features/member/staff/FindResident'
import { PendingResidents } from '#features/member/staff/PendingResidents'
import { routes } from '#routes'
import { residentText as words } from '#text/member/resident'
import { titles } from '#text/shared/titles'
import { Button } from '#ui/button/Button'
import { Choice } from '#ui/choice/Choice'
import { Screen } from '#ui/page/Screen'
import { Empty, StateView } from '#ui/page/StateView'
import { Box } from '#ui/show/Box'

const views = [
  { value: 'pending' as const, title: words.views.pending },
  { value: 'search' as const, title: words.views.search },
]

/** The residents' page of a grid worker or an admin: registrations to check, and a search. */
export default function Residents() {
  const [me, refresh] = useRead('member.me', {})
  const [community] = useRead('community.get', {})
  const [view, setView] = useState<'pending' | 'search'>('pending')
  const shared = community.state === 'ready' ? community.data : undefined
  return (
    <Screen title={titles.residents}>
      <StateView of={me} onRetry={refresh}>
        {(person) =>
          isResidentStaff(person) ? (
            <Box className='stack'>
              <Choice label={words.view} options={views} chosen={view} onChoose={setView} />
              {view === 'pending' ? (
                <PendingResidents community={shared} />
              ) : (
                <FindResident community={shared} grants={holdsRole(person, 'admin')} />
              )}
            </Box>
          ) : (
            <Empty title={words.notStaff.title} text={words.notStaff.text}>
              <Button look='quiet' to={routes.me}>
                {words.notStaff.action}
              </Button>
            </Empty>
          )
        }
      </StateView>
    </Screen>
  )
}
