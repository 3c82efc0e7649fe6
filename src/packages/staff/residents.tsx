import { useState } from 'react'
import { useRead } from '../../cloud/useRead'
import { holdsRole, isResidentStaff } from '../../features/member/standing'
import { FindResident } from '../../features/residents/FindResident'
import { PendingResidents } from '../../features/residents/PendingResidents'
import { routes } from '../../routes'
import { residentsText as words } from '../../text/residents'
import { titles } from '../../text/titles'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { Choice } from '../../ui/Choice'
import { Screen } from '../../ui/Screen'
import { Empty, StateView } from '../../ui/StateView'

const views = [
  { value: 'pending' as const, title: words.views.pending },
  { value: 'search' as const, title: words.views.search },
]

/** A grid worker's and an administrator's residents: registrations to check, and finding one to help. */
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
