import { useEffect, useRef, useState } from 'react'
import { uiText } from '#text/shared/ui'
import { Button } from '#ui/button/Button'
import { type PageNotOpened, tellNotOpened } from '#ui/go/notOpened.h5'
import { Sheet } from '#ui/sheet/Sheet'
import { Box } from '#ui/show/Box'
import { Banner } from './Banner'

const words = uiText.notOpened

/** Says that a page could not be opened. It is tried again by hand, and by itself when the network is back. */
export function NotOpened({ page }: { page: PageNotOpened }) {
  const [state, setState] = useState<'waiting' | 'trying' | 'still'>('waiting')
  const trying = useRef(false)
  useEffect(() => {
    const back = () => void attempt()
    window.addEventListener('online', back)
    return () => window.removeEventListener('online', back)
  })

  async function attempt() {
    if (trying.current) return
    trying.current = true
    setState('trying')
    const opened = await page.again()
    if (!opened && (await isReached())) page.afresh()
    trying.current = false
    if (!opened) setState('still')
  }

  return (
    <Sheet title={words.title} onClose={() => tellNotOpened(undefined)}>
      <Box className='stack'>
        <Box>{words.stays}</Box>
        {state === 'still' && <Banner tone='bad'>{words.still}</Banner>}
        <Button busy={state === 'trying'} onPress={attempt}>
          {uiText.retry}
        </Button>
      </Box>
    </Sheet>
  )
}

/** Whether the app's own address answers: then it is not the network that the script lacks. */
async function isReached(): Promise<boolean> {
  try {
    return (await fetch('/manifest.json', { cache: 'no-store' })).ok
  } catch {
    return false
  }
}
