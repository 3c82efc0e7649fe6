import { useState } from 'react'
import { useRead } from '#cloud/call/useRead'
import { CloseSteps } from '#features/account/CloseSteps'
import { ClosingCard } from '#features/account/ClosingCard'
import { routes } from '#routes'
import { closeText } from '#text/account/account'
import { closingText } from '#text/account/closing'
import { fullDateWords } from '#text/shared/time'
import { titles } from '#text/shared/titles'
import { Banner } from '#ui/page/Banner'
import { Screen } from '#ui/page/Screen'
import { StateView } from '#ui/page/StateView'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'

/** The page that closes the account. It says what ends, what stays, and how to keep the account. */
export default function Close() {
  const [me, refreshMe] = useRead('member.me', {})
  const [unfinished, refresh] = useRead('member.unfinished', {})
  const [done, setDone] = useState<string>()
  const asked = async (sentence: string) => {
    await refreshMe()
    setDone(sentence)
  }
  // For a person who keeps the account the page shows again what closing would end.
  const kept = async (sentence: string) => {
    await Promise.all([refreshMe(), refresh()])
    setDone(sentence)
  }
  return (
    <Screen title={titles.close}>
      <Maybe>{done && <Banner tone='good'>{done}</Banner>}</Maybe>
      <StateView of={me} onRetry={refreshMe}>
        {({ member }) =>
          member?.closesAt === undefined ? (
            <StateView of={unfinished} onRetry={refresh}>
              {(what) => (
                <Box className='stack'>
                  <CloseSteps
                    unfinished={what}
                    volunteer={member?.volunteerNo !== undefined}
                    onAsked={(closesAt) => asked(closeText.done(fullDateWords(closesAt)))}
                  />
                </Box>
              )}
            </StateView>
          ) : (
            <ClosingCard
              closesAt={member.closesAt}
              onKept={() => kept(closingText.kept)}
              more={{ words: closeText.exportFirst, to: routes.exported }}
            />
          )
        }
      </StateView>
    </Screen>
  )
}
