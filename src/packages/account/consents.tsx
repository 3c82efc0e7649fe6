import { useState } from 'react'
import { useRead } from '#cloud/call/useRead'
import type { MemberId } from '#contract/shared/scalars'
import { ClosingCard } from '#features/account/ClosingCard'
import { ConsentCards } from '#features/account/ConsentCards'
import { ForWhom } from '#features/member/proxy/ForWhom'
import { routes } from '#routes'
import { consentsText as words } from '#text/account/account'
import { closingText } from '#text/account/closing'
import { consentVersionOf, privacyText } from '#text/account/privacy'
import { fullDateWords } from '#text/shared/time'
import { titles } from '#text/shared/titles'
import { Banner } from '#ui/page/Banner'
import { Screen } from '#ui/page/Screen'
import { StateView } from '#ui/page/StateView'
import { Box } from '#ui/show/Box'
import { Heading } from '#ui/show/Heading'
import { Maybe } from '#ui/show/Maybe'
import { ListRow, ListRows } from '#ui/show/Row'

/** The earlier changes that are shown. People rarely make more. */
const fewWords = 10

/** The consents of the viewer, or at the counter of a paper member, with their dates and the version of the wording. Each can be withdrawn and given again. */
export default function Consents() {
  return (
    <Screen title={titles.consents}>
      <ForWhom>{(principal) => <OpenConsents actingFor={principal?.memberId} />}</ForWhom>
    </Screen>
  )
}

function OpenConsents({ actingFor }: { actingFor: MemberId | undefined }) {
  const [me, refresh] = useRead('member.me', {}, { actingFor })
  const [community, refreshCommunity] = useRead('community.get', {})
  const [done, setDone] = useState<string>()
  const say = async (sentence: string) => {
    await refresh()
    setDone(sentence)
  }
  return (
    <>
      <Box>{words.lead}</Box>
      <Maybe>{done && <Banner tone='good'>{done}</Banner>}</Maybe>
      <StateView of={me} onRetry={refresh}>
        {({ member, consents }) => (
          <Box className='stack'>
            <Maybe>
              {member?.closesAt !== undefined && !actingFor ? (
                <ClosingCard closesAt={member.closesAt} onKept={() => say(closingText.kept)} />
              ) : (
                <Box className='stack'>
                  <StateView of={community} onRetry={refreshCommunity}>
                    {({ controller }) => (
                      <ConsentCards
                        consents={consents}
                        version={consentVersionOf(controller)}
                        actingFor={actingFor}
                        onSaid={say}
                      />
                    )}
                  </StateView>
                </Box>
              )}
            </Maybe>
            <ListRows>
              <ListRow
                icon='info'
                title={privacyText.entry}
                detail={privacyText.entryDetail}
                to={routes.privacy}
              />
            </ListRows>
            {consents.length > 0 && (
              <Box tag='section' className='stack-tight'>
                <Heading>{words.history}</Heading>
                <ListRows>
                  {consents.slice(-fewWords).map(({ kind, version, given, at, word }) => (
                    <ListRow
                      key={`${kind} ${at} ${given}`}
                      title={words.historyLine(given, words.names[kind])}
                      detail={[words.since(fullDateWords(at), version), word].filter(Boolean).join('，')}
                    />
                  ))}
                </ListRows>
              </Box>
            )}
          </Box>
        )}
      </StateView>
    </>
  )
}
