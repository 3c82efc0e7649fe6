import type { ReactNode } from 'react'
import { useRead } from '#cloud/call/useRead'
import { hasRole } from '#contract/shared/grants'
import { routes } from '#routes'
import { coordinatorText } from '#text/activity/coordinator'
import { Button } from '#ui/button/Button'
import { Empty, StateView } from '#ui/page/StateView'

const { notCoordinator: words } = coordinatorText

/** Shows to coordinators what is theirs, and to everybody else that it is. */
export function ForCoordinators({ children }: { children: ReactNode }) {
  const [me, refresh] = useRead('member.me', {})
  return (
    <StateView of={me} onRetry={refresh}>
      {({ roles }) =>
        hasRole(roles, 'coordinator') ? (
          children
        ) : (
          <Empty title={words.title} text={words.text}>
            <Button look='quiet' to={routes.activities}>
              {words.action}
            </Button>
          </Empty>
        )
      }
    </StateView>
  )
}
