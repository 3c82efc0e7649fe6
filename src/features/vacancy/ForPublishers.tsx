import type { ReactNode } from 'react'
import { useRead } from '#cloud/call/useRead'
import { runsEveryActivity } from '#contract/shared/grants'
import { routes } from '#routes'
import { vacancyRunText } from '#text/vacancy/vacancy'
import { Button } from '#ui/button/Button'
import { Empty, StateView } from '#ui/page/StateView'

const { notYours: words } = vacancyRunText

/** Shows to the Women's Home's coordinators and to administrators what is theirs, and to everybody else that it is. */
export function ForPublishers({ children }: { children: ReactNode }) {
  const [me, refresh] = useRead('member.me', {})
  return (
    <StateView of={me} onRetry={refresh}>
      {({ roles }) =>
        runsEveryActivity(roles) ? (
          children
        ) : (
          <Empty title={words.title} text={words.text}>
            <Button look='quiet' to={routes.vacancies}>
              {words.action}
            </Button>
          </Empty>
        )
      }
    </StateView>
  )
}
