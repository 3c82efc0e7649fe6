import type { Certificate } from '#contract/certificate'
import { certificateText } from '#text/certificate/certificate'
import { codeSquares } from '#ui/code/codePicture'
import { AlbumSteps } from '#ui/picture/AlbumSteps'
import { pictureFile } from '#ui/picture/canvasFile'
import { HiddenCanvas } from '#ui/picture/HiddenCanvas'
import { drawPaper, paperSize } from './drawPaper'
import { paperWordsOf } from './paperWords'
import { verifyAddress } from './verifyAddress'

/** Makes a picture of the certificate, for the phone's album or to be looked at. */
export function PictureSteps({ certificate }: { certificate: Certificate }) {
  const drawn = () =>
    pictureFile(paperSize, (pen) =>
      drawPaper(pen, paperWordsOf(certificate), codeSquares(verifyAddress(certificate))),
    )
  return (
    <>
      <AlbumSteps file={drawn} words={certificateText} />
      <HiddenCanvas />
    </>
  )
}
