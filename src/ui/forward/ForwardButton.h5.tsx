import { useState } from 'react'
import { forwardText } from '#text/shared/forward'
import { Button } from '#ui/button/Button'
import { Banner } from '#ui/page/Banner'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import { copyText } from './copyText.h5'
import type { ForwardButtonProps } from './ForwardButton'
import { pageLink } from './pageLink.h5'

/** Copies the page's link. Where the browser copies nothing, the link stands there to be copied by hand. */
export function ForwardButton({ path, pageAddress }: ForwardButtonProps) {
  const [outcome, setOutcome] = useState<'copied' | 'not'>()
  const link = pageLink(path, pageAddress)
  const press = async () => setOutcome((await copyText(link)) ? 'copied' : 'not')
  return (
    <Box className='stack-tight'>
      <Button look='quiet' onPress={press}>
        {forwardText.action}
      </Button>
      <Maybe>
        {outcome === 'copied' && <Banner tone='good'>{forwardText.copied}</Banner>}
        {outcome === 'not' && <Banner tone='plain'>{forwardText.notCopied(link)}</Banner>}
      </Maybe>
    </Box>
  )
}
