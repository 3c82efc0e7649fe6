import { useRead } from '../../cloud/useRead'
import { holdsRole } from '../../features/member/standing'
import { ImportRegister } from '../../features/register/ImportRegister'
import { routes } from '../../routes'
import { registerImportText as words } from '../../text/registerImport'
import { titles } from '../../text/titles'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { Screen } from '../../ui/Screen'
import { Empty, StateView } from '../../ui/StateView'

/** An administrator imports the community's household register. */
export default function RegisterImport() {
  const [me, refresh] = useRead('member.me', {})
  return (
    <Screen title={titles.registerImport}>
      <StateView of={me} onRetry={refresh}>
        {(person) =>
          holdsRole(person, 'admin') ? (
            <Box className='stack'>
              <Box>{words.lead}</Box>
              <ImportRegister />
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
