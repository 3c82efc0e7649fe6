import { useState } from 'react'
import { useRead } from '#cloud/call/useRead'
import type { WholeCommunity } from '#contract/community'
import { LackingRows } from '#features/community/start/LackingRows'
import { StartWizard } from '#features/community/start/StartWizard'
import { routes } from '#routes'
import { startText as words } from '#text/community/start'
import { titles } from '#text/shared/titles'
import { Button } from '#ui/button/Button'
import { Screen } from '#ui/page/Screen'
import { Empty, StateView } from '#ui/page/StateView'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'

/** Sets a community up in which nothing stands yet. */
export default function StartPage() {
  const [whole, refresh] = useRead('community.whole', {})
  const [edition, setEdition] = useState(0)
  async function reload() {
    await refresh()
    setEdition((count) => count + 1)
  }
  const stranger =
    whole.state === 'failed' && ['forbidden', 'not_registered', 'not_verified'].includes(whole.code)
  return (
    <Screen title={titles.start}>
      {stranger ? (
        <Empty title={words.notAdmin.title} text={words.notAdmin.text}>
          <Button look='quiet' to={routes.home}>
            {words.notAdmin.action}
          </Button>
        </Empty>
      ) : (
        <StateView of={whole} onRetry={refresh}>
          {(community) => (
            <StartWizard
              key={edition}
              whole={community}
              onReload={reload}
              done={(saved) => <Opened community={saved} />}
            />
          )}
        </StateView>
      )}
    </Screen>
  )
}

/** The community is open: the administrator registers, and sees what is still missing. */
function Opened({ community }: { community: WholeCommunity }) {
  const [lacking, refresh] = useRead('community.lacking', {})
  return (
    <StateView of={lacking} onRetry={refresh}>
      {(lacks) => (
        <Box className='stack'>
          {lacks.ownRegistration && (
            <Card title={words.registerTitle} edge='cinnabar'>
              <Box>{words.registerText}</Box>
              <Button to={routes.register}>{words.register}</Button>
            </Card>
          )}
          <LackingRows lacking={{ ...lacks, ownRegistration: false }} community={community} />
          <Button look='quiet' to={routes.home}>
            {words.toHome}
          </Button>
        </Box>
      )}
    </StateView>
  )
}
