import { useState } from 'react'
import { routes } from '#routes'
import { unsentText as words } from '#text/request/requestFiling'
import { Button } from '#ui/button/Button'
import { Banner } from '#ui/page/Banner'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import { UnsentRequests } from './UnsentRequests'

/** Replaces the form after a request was put into the outbox. It shows whether the request still waits or was sent. */
export function RequestInOutbox({ onAnother }: { onAnother: () => void }) {
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
