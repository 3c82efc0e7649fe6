import { useRead } from '#cloud/call/useRead'
import { holdsRole } from '#features/member/own/rolesHeld'
import { RemoveDwelling } from '#features/member/staff/RemoveDwelling'
import { ImportRegister } from '#features/register/ImportRegister'
import { routes } from '#routes'
import { registerImportText as words } from '#text/register/registerImport'
import { titles } from '#text/shared/titles'
import { Button } from '#ui/button/Button'
import { Screen } from '#ui/page/Screen'
import { Empty, StateView } from '#ui/page/StateView'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'

/** Imports the community's register, for an admin. */
export default function RegisterImport() {
  const [me, refresh] = useRead('member.me', {})
  const [community] = useRead('community.get', {})
  return (
    <Screen title={titles.registerImport}>
      <StateView of={me} onRetry={refresh}>
        {(person) =>
          holdsRole(person, 'admin') ? (
            <Box className='stack'>
              <Box>{words.lead}</Box>
              <ImportRegister />
              <Maybe>{community.state === 'ready' && <RemoveDwelling community={community.data} />}</Maybe>
            </Box>
          ) : (
            <Empty title={words.notAdmin.title} text={words.notAdmin.text}>
              <Button look='quiet' to={routes.me}>
                {words.notAdmin.action}
              </Button>
            </Empty>
          )
        }
      </StateView>
    </Screen>
  )
}
