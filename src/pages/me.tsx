import { useState } from 'react'
import { strangersAreKnown } from '#cloud/call/session'
import { useRead } from '#cloud/call/useRead'
import { useSignedIn } from '#cloud/call/useSignedIn'
import type { MemberState } from '#contract/member'
import { CallRow } from '#features/community/CallRow'
import { isSettingUp, SettingUp } from '#features/community/SettingUp'
import { AskedCard } from '#features/member/own/AskedCard'
import { MyEntries } from '#features/member/own/MyEntries'
import { hasOlderConsent } from '#features/member/own/olderConsent'
import { PersonCard } from '#features/member/own/PersonCard'
import { RegistrationStateCard } from '#features/member/own/RegistrationStateCard'
import { registrationStateOf } from '#features/member/own/registrationState'
import { SignOut } from '#features/member/own/SignOut'
import { wordsOfHome } from '#features/member/registration/wordsOfHome'
import { routes } from '#routes'
import { consentVersionOf, privacyText } from '#text/account/privacy'
import { verifyText } from '#text/certificate/verify'
import { movingText } from '#text/member/moving'
import { titles } from '#text/shared/titles'
import { ElderRow } from '#ui/choice/ElderSwitch'
import { Banner } from '#ui/page/Banner'
import { Screen } from '#ui/page/Screen'
import { StateView } from '#ui/page/StateView'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import { ListRow, ListRows } from '#ui/show/Row'

/** The viewer's own page: the person, links to everything of theirs, and signing out. */
export default function MePage() {
  const signedIn = useSignedIn()
  const [me, refresh] = useRead('member.me', {}, { visitor: true, wait: !signedIn })
  const [community] = useRead('community.get', {}, { visitor: true })
  const shared = community.state === 'ready' ? community.data : undefined
  const [settled, setSettled] = useState<string>()

  async function settle(accepted: boolean, state: MemberState) {
    await refresh()
    const agreed = state === 'verified' ? movingText.done : movingText.waits
    setSettled(accepted ? agreed : movingText.disagreed)
  }

  if (isSettingUp(community))
    return (
      <Screen title={titles.me} tab='me'>
        <SettingUp of={community} />
        <ElderRow />
      </Screen>
    )
  return (
    <Screen title={titles.me} tab='me'>
      {!signedIn && <RegistrationStateCard registration='visitor' />}
      {signedIn && (
        <StateView of={community.state === 'loading' ? community : me} onRetry={refresh}>
          {(mine) => {
            const { member, household } = mine
            const registration = registrationStateOf(mine, strangersAreKnown())
            return (
              <Box className='stack'>
                {member && (
                  <PersonCard
                    me={{ ...mine, member }}
                    home={household && shared && wordsOfHome(household, shared)}
                  />
                )}
                <Maybe>{settled && <Banner tone='good'>{settled}</Banner>}</Maybe>
                <Maybe>
                  {member?.asked && <AskedCard asked={member.asked} community={shared} onSettled={settle} />}
                </Maybe>
                {registration !== 'verified' && <RegistrationStateCard registration={registration} />}
                <Maybe>
                  {member &&
                    shared &&
                    hasOlderConsent(mine.consents, consentVersionOf(shared.controller)) && (
                      <ListRows>
                        <ListRow
                          icon='info'
                          title={privacyText.older}
                          detail={privacyText.olderDetail}
                          to={routes.consents}
                        />
                      </ListRows>
                    )}
                </Maybe>
                {member && <MyEntries me={{ ...mine, member }} />}
                <SignOut />
              </Box>
            )
          }}
        </StateView>
      )}
      <ListRows>
        <ListRow icon='check' title={verifyText.entry} detail={verifyText.entryDetail} to={routes.verify} />
      </ListRows>
      <ElderRow />
      {shared && <CallRow phone={shared.phone} />}
    </Screen>
  )
}
