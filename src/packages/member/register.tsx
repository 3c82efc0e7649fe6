import { useState } from 'react'
import { useRead } from '../../cloud/useRead'
import { CallRow } from '../../features/community/CallRow'
import { RegisteredCard } from '../../features/member/RegisteredCard'
import { RegisterForm } from '../../features/member/RegisterForm'
import { registerText } from '../../text/register'
import { titles } from '../../text/titles'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { Screen } from '../../ui/Screen'
import { StateView } from '../../ui/StateView'

/** Registers a resident; afterwards says how far the registration has come. */
export default function Register() {
  const [community, refreshCommunity] = useRead('community.get', {}, { visitor: true })
  const [me, refreshMe] = useRead('member.me', {})
  const [again, setAgain] = useState(false)
  const registered = async () => {
    await refreshMe()
    setAgain(false)
  }
  return (
    <Screen title={titles.register}>
      <StateView of={community} onRetry={refreshCommunity}>
        {(shared) => (
          <Box className='stack'>
            <StateView of={me} onRetry={refreshMe}>
              {(mine) => {
                const { member } = mine
                if (member && !(again && member.state === 'rejected'))
                  return (
                    <RegisteredCard
                      me={{ ...mine, member }}
                      community={shared}
                      onAgain={() => setAgain(true)}
                    />
                  )
                const before = member && {
                  name: member.name,
                  gridId: member.gridId,
                  estateId: mine.household?.estateId,
                  building: mine.household?.building,
                }
                return (
                  <>
                    <Box>{member ? registerText.againLead : registerText.lead}</Box>
                    <RegisterForm community={shared} {...(before && { before })} onRegistered={registered} />
                    {member && (
                      <Button look='quiet' onPress={() => setAgain(false)}>
                        {registerText.againKeep}
                      </Button>
                    )}
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
