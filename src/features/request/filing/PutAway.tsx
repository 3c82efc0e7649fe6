import { useState } from 'react'
import { routes } from '#routes'
import { unsentText as words } from '#text/request/requestFiling'
import { Button } from '#ui/button/Button'
import { Banner } from '#ui/page/Banner'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import { UnsentRequests } from './UnsentRequests'

/** Where the form stood: what waits for a network, or that it has gone out since, and the way to write another. */
export function PutAway({ onAnother }: { onAnother: () => void }) {
  const [sent, setSent] = useState(false)
  return (
    <Box className='stack'>
      <Maybe>{sent && <Banner tone='good'>{words.sent}</Banner>}</Maybe>
      <UnsentRequests onSent={() => setSent(true)} />
      <Maybe>
        {sent && (
          <Button look='quiet' to={routes.myRequests}>
            {words.see}
          </Button>
        )}
      </Maybe>
      <Button look='quiet' onPress={onAnother}>
        {words.another}
      </Button>
    </Box>
  )
}
