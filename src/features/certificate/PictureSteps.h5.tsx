import { useState } from 'react'
import type { Certificate } from '#contract/certificate'
import { paperText, certificateText as words } from '#text/certificate/certificate'
import { Button } from '#ui/button/Button'
import { codeSquares } from '#ui/code/codePicture'
import { download } from '#ui/device/download.h5'
import type { Pen } from '#ui/drawing/pen'
import { Banner } from '#ui/page/Banner'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import { drawPaper, paperSize } from './drawPaper'
import { paperWordsOf } from './paperWords'
import { verifyAddress } from './verifyAddress'

/** Downloads a picture of the certificate. */
export function PictureSteps({ certificate }: { certificate: Certificate }) {
  const [outcome, setOutcome] = useState<'saved' | 'failed'>()

  async function press() {
    const canvas = Object.assign(document.createElement('canvas'), paperSize)
    const pen = canvas.getContext('2d')
    if (!pen) return setOutcome('failed')
    drawPaper(pen as Pen, paperWordsOf(certificate), codeSquares(verifyAddress(certificate)))
    const picture = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
    if (!picture) return setOutcome('failed')
    download(picture, paperText.file(certificate.certificateNo))
    setOutcome('saved')
  }
  return (
    <Box className='stack-tight'>
      <Maybe>
        {outcome === 'saved' && <Banner tone='good'>{words.saved}</Banner>}
        {outcome === 'failed' && <Banner tone='bad'>{words.failed}</Banner>}
      </Maybe>
      <Button look='quiet' onPress={press}>
        {words.save}
      </Button>
    </Box>
  )
}
