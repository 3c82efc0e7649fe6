import { strangersAreKnown } from '../../cloud/session'
import { useRead } from '../../cloud/useRead'
import { useSignedIn } from '../../cloud/useSignedIn'
import { CallRow } from '../../features/community/CallRow'
import { MyEntries } from '../../features/member/MyEntries'
import { PersonCard } from '../../features/member/PersonCard'
import { SignOut } from '../../features/member/SignOut'
import { StandingCard } from '../../features/member/StandingCard'
import { standingOf } from '../../features/member/standing'
import { wordsOfHome } from '../../features/member/wordsOfHome'
import { routes } from '../../routes'
import { verifyText } from '../../text/certificate'
import { titles } from '../../text/titles'
import { Box } from '../../ui/Box'
import { ElderRow } from '../../ui/ElderSwitch'
import { Row, Rows } from '../../ui/Row'
import { Screen } from '../../ui/Screen'
import { StateView } from '../../ui/StateView'

/** Who I am here, what is mine, and the way out. */
export default function MePage() {
  const signedIn = useSignedIn()
  const [me, refresh] = useRead('member.me', {}, { visitor: true, wait: !signedIn })
  const [community] = useRead('community.get', {}, { visitor: true })
  const shared = community.state === 'ready' ? community.data : undefined

  return (
    <Screen title={titles.me} tab='me'>
      {!signedIn && <StandingCard standing='visitor' />}
      {signedIn && (
        <StateView of={me} onRetry={refresh}>
          {(mine) => {
            const { member, household } = mine
            const standing = standingOf(mine, strangersAreKnown)
            return (
              <Box className='stack'>
                {member && (
                  <PersonCard
                    me={{ ...mine, member }}
                    home={household && shared && wordsOfHome(household, shared)}
                  />
                )}
                {standing !== 'verified' && <StandingCard standing={standing} />}
                {member && <MyEntries me={{ ...mine, member }} />}
                {member && <SignOut />}
              </Box>
            )
          }}
        </StateView>
      )}
      <Rows>
        <Row icon='stamp' title={verifyText.entry} detail={verifyText.entryDetail} to={routes.verify} />
      </Rows>
      <ElderRow />
      {shared && <CallRow phone={shared.phone} />}
    </Screen>
  )
}
