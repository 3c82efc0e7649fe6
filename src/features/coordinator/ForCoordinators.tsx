import type { ReactNode } from 'react'
import { useRead } from '#cloud/call/useRead'
import type { Me } from '#contract/member'
import { runsActivities } from '#contract/shared/grants'
import { routes } from '#routes'
import { coordinatorText } from '#text/activity/coordinator'
import { Button } from '#ui/button/Button'
import { Empty, StateView } from '#ui/page/StateView'

const { notCoordinator: words } = coordinatorText

export interface ForCoordinatorsProps {
  children: ReactNode | ((me: Me) => ReactNode)
}

/** Shows to coordinators, and to leaders of teams, what is theirs, and to everybody else that it is. */
export function ForCoordinators({ children }: ForCoordinatorsProps) {
  const [me, refresh] = useRead('member.me', {})
  return (
    <StateView of={me} onRetry={refresh}>
      {(mine) =>
        runsActivities(mine.roles) ? (
          typeof children === 'function' ? (
            children(mine)
          ) : (
            children
          )
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
