import { useState } from 'react'
import { useRead } from '#cloud/call/useRead'
import { CallRow } from '#features/community/CallRow'
import { RegisteredCard } from '#features/member/registration/RegisteredCard'
import { RegisterForm } from '#features/member/registration/RegisterForm'
import { StaffForm } from '#features/member/registration/StaffForm'
import { routes } from '#routes'
import { adoptionText, staffRegistrationText } from '#text/member/adoption'
import { registrationText } from '#text/member/registration'
import { titles } from '#text/shared/titles'
import { Button } from '#ui/button/Button'
import { LineButton } from '#ui/button/LineButton'
import { Screen } from '#ui/page/Screen'
import { StateView } from '#ui/page/StateView'
import { Box } from '#ui/show/Box'

/** Registers a resident. Afterwards it shows the state of the registration. */
export default function Register() {
  const [community, refreshCommunity] = useRead('community.get', {}, { visitor: true })
  const [me, refreshMe] = useRead('member.me', {})
  const [again, setAgain] = useState(false)
  const [staff, setStaff] = useState(false)
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
                    {staff ? (
                      <>
                        <StaffForm controller={shared.controller} onRegistered={registered} />
                        <LineButton onPress={() => setStaff(false)}>{staffRegistrationText.back}</LineButton>
                      </>
                    ) : (
                      <>
                        <Box>{member ? registrationText.againLead : registrationText.lead}</Box>
                        <RegisterForm
                          community={shared}
                          {...(before && { before })}
                          onRegistered={registered}
                          ways={
                            <Box className='stack-tight'>
                              <LineButton to={routes.adopt}>{adoptionText.entry}</LineButton>
                              <LineButton onPress={() => setStaff(true)}>
                                {staffRegistrationText.entry}
                              </LineButton>
                            </Box>
                          }
                        />
                      </>
                    )}
                    {member && (
                      <Button look='quiet' onPress={() => setAgain(false)}>
                        {registrationText.againKeep}
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
