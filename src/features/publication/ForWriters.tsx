import type { ReactNode } from 'react'
import { useRead } from '#cloud/call/useRead'
import { writesPublications } from '#contract/shared/grants'
import { routes } from '#routes'
import { publicationRunText } from '#text/publication/writing'
import { Button } from '#ui/button/Button'
import { Empty, StateView } from '#ui/page/StateView'

const { notYours: words } = publicationRunText

/** Shows to whoever writes what stands written what is theirs, and to everybody else that it is. */
export function ForWriters({ children }: { children: ReactNode }) {
  const [me, refresh] = useRead('member.me', {})
  return (
    <StateView of={me} onRetry={refresh}>
      {({ roles }) =>
        writesPublications(roles) ? (
          children
        ) : (
          <Empty title={words.title} text={words.text}>
            <Button look='quiet' to={routes.publications}>
              {words.action}
            </Button>
          </Empty>
        )
      }
    </StateView>
  )
}
