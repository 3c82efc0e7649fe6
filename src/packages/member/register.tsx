import { useRead } from '../../cloud/useRead'
import { CallRow } from '../../features/community/CallRow'
import { RegisteredCard } from '../../features/member/RegisteredCard'
import { RegisterForm } from '../../features/member/RegisterForm'
import { registerText } from '../../text/register'
import { titles } from '../../text/titles'
import { Box } from '../../ui/Box'
import { Screen } from '../../ui/Screen'
import { StateView } from '../../ui/StateView'

/** Registers a resident; afterwards says how far the registration has come. */
export default function Register() {
  const [community, refreshCommunity] = useRead('community.get', {}, { visitor: true })
  const [me, refreshMe] = useRead('member.me', {})
  return (
    <Screen title={titles.register}>
      <StateView of={community} onRetry={refreshCommunity}>
        {(shared) => (
          <Box className='stack'>
            <StateView of={me} onRetry={refreshMe}>
              {(mine) => {
                const { member } = mine
                if (member) return <RegisteredCard me={{ ...mine, member }} community={shared} />
                return (
                  <>
                    <Box>{registerText.lead}</Box>
                    <RegisterForm community={shared} onRegistered={refreshMe} />
                  </>
                )
              }}
            </StateView>
            <CallRow phone={shared.phone} />
          </Box>
        )}
      </StateView>
    </Screen>
  )
}
