import { useRead } from '#cloud/call/useRead'
import { useSignedIn } from '#cloud/call/useSignedIn'
import { hasRole } from '#contract/shared/grants'
import { routes } from '#routes'
import { settingUpText as words } from '#text/community/settingUp'
import { Button } from '#ui/button/Button'
import { Empty, type Loadable, StateView } from '#ui/page/StateView'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'

/** Whether nothing could be read because the community has not been opened yet. */
export const isSettingUp = (read: Loadable<unknown>): boolean =>
  read.state === 'failed' && read.code === 'setting_up'

/** Says that the community is being set up, and leads its administrator to where that is done. */
export function SettingUp() {
  const signedIn = useSignedIn()
  const [me, refresh] = useRead('member.me', {}, { visitor: true, wait: !signedIn })
  const visitor = (
    <Empty title={words.title} text={words.text} drawing='lantern'>
      {!signedIn && (
        <Button look='quiet' to={routes.enter}>
          {words.enter}
        </Button>
      )}
    </Empty>
  )
  if (!signedIn) return visitor
  return (
    <StateView of={me} onRetry={refresh}>
      {({ roles }) =>
        hasRole(roles, 'admin') ? (
          <Card title={words.adminTitle} edge='cinnabar'>
            <Box>{words.adminText}</Box>
            <Button to={routes.start}>{words.start}</Button>
          </Card>
        ) : (
          visitor
        )
      }
    </StateView>
  )
}
