import { useState } from 'react'
import { posterText as text } from '#text/poster/poster'
import { Button } from '#ui/button/Button'
import { download } from '#ui/device/download.h5'
import { printPage } from '#ui/device/print'
import type { Pen } from '#ui/drawing/pen'
import { Banner } from '#ui/page/Banner'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import { drawPoster, phoneSize } from './drawPoster'
import type { PosterStepsProps } from './PosterSteps'

/** Prints the poster, or downloads its picture for a phone. */
export function PosterSteps({ words, codes }: PosterStepsProps) {
  const [outcome, setOutcome] = useState<'saved' | 'failed'>()

  async function save() {
    const canvas = Object.assign(document.createElement('canvas'), phoneSize)
    const pen = canvas.getContext('2d')
    if (!pen) return setOutcome('failed')
    await drawPoster(pen as Pen, loadPicture, words, codes)
    const picture = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
    if (!picture) return setOutcome('failed')
    download(picture, text.file(words.title))
    setOutcome('saved')
  }
  return (
    <Box className='stack-tight'>
      <Maybe>
        {outcome === 'saved' && <Banner tone='good'>{text.saved}</Banner>}
        {outcome === 'failed' && <Banner tone='bad'>{text.failed}</Banner>}
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
