import { useEffect, useState } from 'react'
import { cloudNow } from '#clock'
import type { PairBegun } from '#contract/desk'
import { secondMs } from '#contract/shared/time'
import { deskText } from '#text/desk/desk'
import { countdownWords } from '#text/shared/time'
import { Button } from '#ui/button/Button'
import { Skeleton } from '#ui/page/Skeleton'
import { Empty } from '#ui/page/StateView'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Words } from '#ui/show/Words'
import { usePairing } from './usePairing'
import './PairingPanel.scss'

/** Shows the code to scan and the digits to compare. After they expire it offers a new code. */
export function PairingPanel({ onToken }: { onToken: (token: string) => void }) {
  const [pairing, renew] = usePairing(onToken)
  switch (pairing.state) {
    case 'beginning':
      return <Skeleton lines={5} />
    case 'waiting':
      return <Waiting pair={pairing.pair} onRenew={renew} />
    case 'expired':
      return (
        <Empty title={deskText.expiredTitle} text={deskText.expiredText} alarm>
          <Button onPress={renew}>{deskText.renew}</Button>
        </Empty>
      )
    case 'failed':
      return (
        <Empty title={deskText.failedTitle} text={pairing.message} alarm>
          <Button onPress={renew}>{deskText.renew}</Button>
        </Empty>
      )
  }
}

function Waiting({ pair, onRenew }: { pair: PairBegun; onRenew: () => void }) {
  return (
    <Card title={deskText.pairTitle}>
      <Box tag='ol' className='pairing-steps'>
        {deskText.pairSteps.map((step) => (
          <Box key={step} tag='li'>
            {step}
          </Box>
        ))}
      </Box>
      {pair.picture ? (
        <img className='pairing-picture' src={pair.picture} alt={deskText.picture} />
      ) : (
        <Empty title={deskText.noPicture}>
          <Button look='quiet' onPress={onRenew}>
            {deskText.renew}
          </Button>
        </Empty>
      )}
      <Box className='pairing-label'>{deskText.digits}</Box>
      <Box className='pairing-digits' role='img' label={deskText.digitsSpoken(pair.digits)}>
        {pair.digits.split('').map((digit, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a digit is its index
          <Words key={index} className='pairing-digit' silent>
            {digit}
          </Words>
        ))}
      </Box>
      <Countdown expiresAt={pair.expiresAt} />
    </Card>
  )
}

/** Not a live region: a screen reader that reads each second would say nothing else. */
function Countdown({ expiresAt }: { expiresAt: number }) {
  const [now, setNow] = useState(cloudNow)
  useEffect(() => {
    const timer = setInterval(() => setNow(cloudNow()), secondMs)
    return () => clearInterval(timer)
  }, [])
  return <Box className='pairing-left'>{deskText.left(countdownWords(expiresAt - now))}</Box>
}
