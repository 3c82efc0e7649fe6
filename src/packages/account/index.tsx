import { useState } from 'react'
import { useRead } from '../../cloud/useRead'
import { ClosingCard } from '../../features/account/ClosingCard'
import { ChangePhoneSheet } from '../../features/member/ChangePhoneSheet'
import { routes } from '../../routes'
import { accountText as words } from '../../text/account'
import { closingText } from '../../text/closing'
import { phoneText } from '../../text/phone'
import { titles } from '../../text/titles'
import { Banner } from '../../ui/Banner'
import { Box } from '../../ui/Box'
import { Place } from '../../ui/Place'
import { Row, Rows } from '../../ui/Row'
import { Screen } from '../../ui/Screen'
import { StateView } from '../../ui/StateView'

/** What is kept of me and what I may do about it: see, take, withdraw, leave. */
export default function Account() {
  const [me, refresh] = useRead('member.me', {})
  const [done, setDone] = useState<string>()
  const [asking, setAsking] = useState(false)
  return (
    <Screen title={titles.account}>
      <Box>{words.lead}</Box>
      <Place>{done && <Banner tone='good'>{done}</Banner>}</Place>
      <StateView of={me} onRetry={refresh}>
        {({ member }) => (
          <Box className='stack'>
            <Place>
              {member?.closesAt !== undefined && (
                <ClosingCard
                  closesAt={member.closesAt}
                  onKept={async () => {
                    await refresh()
                    setDone(closingText.kept)
                  }}
                />
              )}
            </Place>
            <Rows>
              {member && (
                <Row
                  icon='ledger'
                  title={words.exported}
                  detail={words.exportedDetail}
                  to={routes.exported}
                />
              )}
              {member && (
                <Row icon='stamp' title={words.consents} detail={words.consentsDetail} to={routes.consents} />
              )}
              <Row icon='info' title={words.privacy} detail={words.privacyDetail} to={routes.privacy} />
            </Rows>
            {member?.state === 'verified' && member.closesAt === undefined && (
              <Rows>
                <Row
                  icon='phone'
                  title={phoneText.entry}
                  detail={phoneText.entryDetail(member.phoneMasked)}
                  onPress={() => setAsking(true)}
                />
              </Rows>
            )}
            {member && (
              <Rows>
                <Row icon='eye' title={words.access} to={routes.access} />
                <Row icon='computer' title={words.browsers} to={routes.browsers} />
              </Rows>
            )}
            {member && member.closesAt === undefined && (
              <Rows>
                <Row icon='close' title={words.close} detail={words.closeDetail} to={routes.close} />
              </Rows>
            )}
          </Box>
        )}
      </StateView>
      <Place>
        {asking && (
          <ChangePhoneSheet
            onChanged={async () => {
              setAsking(false)
              await refresh()
              setDone(phoneText.changed)
            }}
            onClose={() => setAsking(false)}
          />
        )}
      </Place>
    </Screen>
  )
}
