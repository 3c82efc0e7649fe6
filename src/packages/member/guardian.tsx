import { useState } from 'react'
import { useRead } from '#cloud/call/useRead'
import type { Guardians } from '#contract/guardian'
import { AskGuardianSheet } from '#features/member/guardian/AskGuardianSheet'
import { WardRows } from '#features/member/guardian/WardRows'
import { guardianPaperText, guardianText as words } from '#text/guardian/guardian'
import { titles } from '#text/shared/titles'
import { Button } from '#ui/button/Button'
import { Banner } from '#ui/page/Banner'
import { Screen } from '#ui/page/Screen'
import { StateView } from '#ui/page/StateView'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Heading } from '#ui/show/Heading'
import { Maybe } from '#ui/show/Maybe'

/** The guardian of a minor, and the minors who have named the viewer as guardian. */
export default function Guardian() {
  const [guardians, refresh] = useRead('guardian.list', {})
  const [done, setDone] = useState<string>()
  const [asking, setAsking] = useState(false)

  const finish = (sentence: string) => {
    setAsking(false)
    setDone(sentence)
    void refresh()
  }
  return (
    <Screen title={titles.guardian}>
      <Maybe>{done && <Banner tone='good'>{done}</Banner>}</Maybe>
      <StateView of={guardians} onRetry={refresh}>
        {({ needed, own, wards }) => (
          <Box className='stack'>
            <Maybe>{needed && <OwnGuardian own={own} onAsk={() => setAsking(true)} />}</Maybe>
            <Maybe>
              {!needed && (
                <Box tag='section' className='stack-tight'>
                  <Heading>{words.wardsTitle}</Heading>
                  <Box>{words.wardsLead}</Box>
                  <WardRows wards={wards} onAnswered={finish} />
                </Box>
              )}
            </Maybe>
          </Box>
        )}
      </StateView>
      <Maybe>
        {asking && <AskGuardianSheet onAsked={() => finish(words.asked)} onClose={() => setAsking(false)} />}
      </Maybe>
    </Screen>
  )
}

function OwnGuardian({ own, onAsk }: { own: Guardians['own']; onAsk: () => void }) {
  return (
    <Box tag='section' className='stack-tight'>
      <Heading>{words.ownTitle}</Heading>
      <Box>{words.ownLead}</Box>
      <Maybe>
        {own && (
          <Card title={words.nameOf(own.name, own.relation)} edge={own.state === 'given' ? 'pine' : 'ochre'}>
            <Box>{words.ownState[own.state]}</Box>
            {own.recorded && <Box>{guardianPaperText.recorded(own.recorded.by, own.recorded.note)}</Box>}
          </Card>
        )}
      </Maybe>
      {own?.state !== 'given' && (
        <Button look={own ? 'quiet' : 'primary'} onPress={onAsk}>
          {own ? words.askAgain : words.ask}
        </Button>
      )}
    </Box>
  )
}
