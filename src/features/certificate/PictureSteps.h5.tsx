import { useState } from 'react'
import type { Certificate } from '#contract/certificate'
import { certificateText as words } from '#text/certificate/certificate'
import { albumText } from '#text/shared/album'
import { Button } from '#ui/button/Button'
import { codeSquares } from '#ui/code/codePicture'
import type { Pen } from '#ui/drawing/pen'
import { Banner } from '#ui/page/Banner'
import { downloadDrawn } from '#ui/picture/downloadDrawn.h5'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import { drawPaper, paperSize } from './drawPaper'
import { paperWordsOf } from './paperWords'
import { verifyAddress } from './verifyAddress'

/** Downloads a picture of the certificate. */
export function PictureSteps({ certificate }: { certificate: Certificate }) {
  const [outcome, setOutcome] = useState<'saved' | 'failed'>()

  const paper = paperWordsOf(certificate)
  const draw = (pen: Pen) => drawPaper(pen, paper, codeSquares(verifyAddress(certificate)))
  const press = async () => setOutcome(await downloadDrawn(paperSize, draw, paper.file))
  return (
    <Box className='stack-tight'>
      <Maybe>
        {outcome === 'saved' && <Banner tone='good'>{albumText.saved}</Banner>}
        {outcome === 'failed' && <Banner tone='bad'>{albumText.failed}</Banner>}
      </Maybe>
      <Button look='quiet' onPress={press}>
        {words.save}
      </Button>
    </Box>
  )
}
