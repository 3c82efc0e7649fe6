import { useMemo } from 'react'
import { useRead } from '#cloud/call/useRead'
import type { PosterSubject } from '#contract/poster'
import { posterText as text } from '#text/poster/poster'
import { Banner } from '#ui/page/Banner'
import { Folded } from '#ui/page/Folded'
import { Skeleton } from '#ui/page/Skeleton'
import { HiddenCanvas } from '#ui/picture/HiddenCanvas'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import { PosterSheet } from './PosterSheet'
import { PosterSteps } from './PosterSteps'
import type { PosterWords } from './posterLayout'
import { spokenOf } from './spoken'
import { useDrawnPoster } from './useDrawnPoster'

export interface PosterProps {
  of: PosterSubject
  id: string
  words: PosterWords
  /** What the second code says, for who has no WeChat; absent where the deployment knows no address. */
  address: string | undefined
}

/** The poster of these words with its codes, and what can be done with it. Without a code it is made all the same. */
export function Poster({ of, id, words, address }: PosterProps) {
  const [code] = useRead('poster.code', { of, id }, { visitor: true })
  const given = code.state === 'ready' ? code.data : undefined
  const asked = code.state !== 'loading'
  const codes = useMemo(
    () => (asked ? { scan: given?.picture, browser: address } : undefined),
    [asked, given?.picture, address],
  )
  const { drawn, failed } = useDrawnPoster(words, codes)
  const lacking = given?.lacking ?? (code.state === 'failed' ? 'unreached' : undefined)
  return (
    <Box className='stack'>
      <Maybe>
        {lacking && (
          <Box className='not-printed'>
            <Banner tone='plain'>{text.lacking[lacking]}</Banner>
          </Box>
        )}
      </Maybe>
      {codes ? <PosterSheet words={words} codes={codes} drawn={drawn} /> : <Skeleton />}
      {codes && (
        <Box className='not-printed'>
          <PosterSteps words={words} codes={codes} drawn={drawn} failed={failed} />
        </Box>
      )}
      <Box className='not-printed'>
        <Folded title={text.written}>
          {spokenOf(words).map((line) => (
            <Box key={line}>{line}</Box>
          ))}
        </Folded>
      </Box>
      <HiddenCanvas />
    </Box>
  )
}
