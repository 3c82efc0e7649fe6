import { useRead } from '#cloud/call/useRead'
import { useSignedIn } from '#cloud/call/useSignedIn'
import { hasRole } from '#contract/shared/grants'
import { routes } from '#routes'
import { settingUpText as words } from '#text/community/settingUp'
import { uiText } from '#text/shared/ui'
import { Button } from '#ui/button/Button'
import { Empty, type Loadable, StateView } from '#ui/page/StateView'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Words } from '#ui/show/Words'

type NotOpen = Extract<Loadable<unknown>, { state: 'failed' }>

/** Whether nothing could be read because the community has not been opened yet. */
export const isSettingUp = (read: Loadable<unknown>): read is NotOpen =>
  read.state === 'failed' && read.code === 'setting_up'

/** Says that the community is being set up, and leads its administrator to where that is done. */
export function SettingUp({ of: { message } }: { of: NotOpen }) {
  const signedIn = useSignedIn()
  const [me, refresh] = useRead('member.me', {}, { visitor: true, wait: !signedIn })
  const visitor = (setUpId?: string) => (
    <Empty title={uiText.settingUpTitle} text={message} drawing='lantern'>
      {setUpId && (
        <Box className='soft'>
          {words.setUpId}
          <Words selectable>{setUpId}</Words>
        </Box>
      )}
      {!signedIn && (
        <Button look='quiet' to={routes.enter}>
          {words.enter}
        </Button>
      )}
    </Empty>
  )
  if (!signedIn) return visitor()
  return (
    <StateView of={me} onRetry={refresh}>
      {({ roles, setUpId }) =>
        hasRole(roles, 'admin') ? (
          <Card title={words.adminTitle} edge='cinnabar'>
            <Box>{words.adminText}</Box>
            <Button to={routes.start}>{words.start}</Button>
          </Card>
        ) : (
          visitor(setUpId)
        )
      }
    </StateView>
  )
}
