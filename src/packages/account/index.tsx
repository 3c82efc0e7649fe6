import { useState } from 'react'
import { useRead } from '#cloud/call/useRead'
import type { MemberState } from '#contract/member'
import { ClosingCard } from '#features/account/ClosingCard'
import { ChangePhoneSheet } from '#features/member/own/ChangePhoneSheet'
import { MoveSheet } from '#features/member/own/MoveSheet'
import { RegistrationStateCard } from '#features/member/own/RegistrationStateCard'
import { RenameSheet } from '#features/member/own/RenameSheet'
import { wordsOfHome } from '#features/member/registration/wordsOfHome'
import { routes } from '#routes'
import { accountText as words } from '#text/account/account'
import { closingText } from '#text/account/closing'
import { movingText } from '#text/member/moving'
import { phoneText } from '#text/member/phone'
import { titles } from '#text/shared/titles'
import { Banner } from '#ui/page/Banner'
import { Screen } from '#ui/page/Screen'
import { StateView } from '#ui/page/StateView'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import { ListRow, ListRows } from '#ui/show/Row'

/** The account page: what is kept about the viewer, with links to see it, export it, withdraw consents and close. */
export default function Account() {
  const [me, refresh] = useRead('member.me', {})
  const [done, setDone] = useState<string>()
  const [community] = useRead('community.get', {}, { visitor: true })
  const [asking, setAsking] = useState<'phone' | 'home' | 'name'>()
  const shared = community.state === 'ready' ? community.data : undefined
  const mine = me.state === 'ready' ? me.data : undefined
  const close = () => setAsking(undefined)
  async function settled(sentence: string) {
    close()
    await refresh()
    setDone(sentence)
  }
  const moved = (state: MemberState) => settled(state === 'verified' ? movingText.done : movingText.waits)
  return (
    <Screen title={titles.account}>
      <Box>{words.lead}</Box>
      <Maybe>{done && <Banner tone='good'>{done}</Banner>}</Maybe>
      <StateView of={me} onRetry={refresh}>
        {({ member, household }) => (
          <Box className='stack'>
            <Maybe>
              {member?.closesAt !== undefined && (
                <ClosingCard
                  closesAt={member.closesAt}
                  onKept={async () => {
                    await refresh()
                    setDone(closingText.kept)
                  }}
                />
              )}
            </Maybe>
            <Maybe>{member?.movedFrom && <RegistrationStateCard registration='moving' />}</Maybe>
            <ListRows>
              {member && (
                <ListRow
                  icon='ledger'
                  title={words.exported}
                  detail={words.exportedDetail}
                  to={routes.exported}
                />
              )}
              {member && (
                <ListRow
                  icon='stamp'
                  title={words.consents}
                  detail={words.consentsDetail}
                  to={routes.consents}
                />
              )}
              <ListRow icon='info' title={words.privacy} detail={words.privacyDetail} to={routes.privacy} />
            </ListRows>
            {member?.state === 'verified' && member.closesAt === undefined && (
              <ListRows>
                <ListRow
                  icon='phone'
                  title={phoneText.entry}
                  detail={phoneText.entryDetail(member.phoneMasked)}
                  onPress={() => setAsking('phone')}
                />
                {shared && household && (
                  <ListRow
                    icon='home'
                    title={movingText.home}
                    detail={movingText.homeDetail(wordsOfHome(household, shared))}
                    onPress={() => setAsking('home')}
                  />
                )}
                <ListRow
                  icon='stamp'
                  title={movingText.name}
                  detail={movingText.nameDetail(member.name)}
                  onPress={() => setAsking('name')}
                />
              </ListRows>
            )}
            {member && (
              <ListRows>
                <ListRow icon='eye' title={words.access} to={routes.access} />
                <ListRow icon='computer' title={words.browsers} to={routes.browsers} />
              </ListRows>
            )}
            {member && member.closesAt === undefined && (
              <ListRows>
                <ListRow icon='close' title={words.close} detail={words.closeDetail} to={routes.close} />
              </ListRows>
            )}
          </Box>
        )}
      </StateView>
      <Maybe>
        {asking === 'phone' && (
          <ChangePhoneSheet onChanged={() => settled(phoneText.changed)} onClose={close} />
        )}
        {asking === 'home' && shared && mine && (
          <MoveSheet community={shared} me={mine} onMoved={moved} onClose={close} />
        )}
        {asking === 'name' && mine?.member && (
          <RenameSheet name={mine.member.name} onRenamed={moved} onClose={close} />
        )}
      </Maybe>
    </Screen>
  )
}
