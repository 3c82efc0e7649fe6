import { useState } from 'react'
import { posterText as text } from '#text/poster/poster'
import { albumText } from '#text/shared/album'
import { Button } from '#ui/button/Button'
import { printPage } from '#ui/device/print'
import type { Pen } from '#ui/drawing/pen'
import { Banner } from '#ui/page/Banner'
import { downloadDrawn } from '#ui/picture/downloadDrawn.h5'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import { drawPoster, phoneSize } from './drawPoster'
import type { PosterStepsProps } from './PosterSteps'

/** Prints the poster, or downloads its picture for a phone. */
export function PosterSteps({ words, codes }: PosterStepsProps) {
  const [outcome, setOutcome] = useState<'saved' | 'failed'>()

  const draw = (pen: Pen) => drawPoster(pen, loadPicture, words, codes)
  const save = async () => setOutcome(await downloadDrawn(phoneSize, draw, text.file(words.title)))
  return (
    <Box className='stack-tight'>
      <Maybe>
        {outcome === 'saved' && <Banner tone='good'>{albumText.saved}</Banner>}
        {outcome === 'failed' && <Banner tone='bad'>{albumText.failed}</Banner>}
      </Maybe>
      <Button onPress={printPage}>{text.print}</Button>
      <Button look='quiet' onPress={save}>
        {text.save}
      </Button>
      <Box className='soft small'>{text.printHint}</Box>
    </Box>
  )
}

async function loadPicture(source: string): Promise<object> {
  const picture = new Image()
  picture.src = source
  await picture.decode()
  return picture
}
