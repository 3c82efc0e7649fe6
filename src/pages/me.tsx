import { strangersAreKnown } from '#cloud/call/session'
import { useRead } from '#cloud/call/useRead'
import { useSignedIn } from '#cloud/call/useSignedIn'
import { CallRow } from '#features/community/CallRow'
import { MyEntries } from '#features/member/own/MyEntries'
import { PersonCard } from '#features/member/own/PersonCard'
import { RegistrationStateCard } from '#features/member/own/RegistrationStateCard'
import { registrationStateOf } from '#features/member/own/registrationState'
import { SignOut } from '#features/member/own/SignOut'
import { wordsOfHome } from '#features/member/registration/wordsOfHome'
import { routes } from '#routes'
import { verifyText } from '#text/certificate/certificate'
import { titles } from '#text/shared/titles'
import { ElderRow } from '#ui/choice/ElderSwitch'
import { Screen } from '#ui/page/Screen'
import { StateView } from '#ui/page/StateView'
import { Box } from '#ui/show/Box'
import { ListRow, ListRows } from '#ui/show/Row'

/** The viewer's own page: the person, links to everything of theirs, and signing out. */
export default function MePage() {
  const signedIn = useSignedIn()
  const [me, refresh] = useRead('member.me', {}, { visitor: true, wait: !signedIn })
  const [community] = useRead('community.get', {}, { visitor: true })
  const shared = community.state === 'ready' ? community.data : undefined

  return (
    <Screen title={titles.me} tab='me'>
      {!signedIn && <RegistrationStateCard registration='visitor' />}
      {signedIn && (
        <StateView of={me} onRetry={refresh}>
          {(mine) => {
            const { member, household } = mine
            const registration = registrationStateOf(mine, strangersAreKnown)
            return (
              <Box className='stack'>
                {member && (
                  <PersonCard
                    me={{ ...mine, member }}
                    home={household && shared && wordsOfHome(household, shared)}
                  />
                )}
                {registration !== 'verified' && <RegistrationStateCard registration={registration} />}
                {member && <MyEntries me={{ ...mine, member }} />}
                {member && <SignOut />}
              </Box>
            )
          }}
        </StateView>
      )}
      <ListRows>
        <ListRow icon='stamp' title={verifyText.entry} detail={verifyText.entryDetail} to={routes.verify} />
      </ListRows>
      <ElderRow />
      {shared && <CallRow phone={shared.phone} />}
    </Screen>
  )
}
