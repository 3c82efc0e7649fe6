import { useState } from 'react'
import type { Certificate } from '#contract/certificate'
import { certificateText as words } from '#text/certificate/certificate'
import { Button } from '#ui/button/Button'
import { codeSquares } from '#ui/code/codePicture'
import { mustAgree } from '#ui/device/privacySetting'
import { Banner } from '#ui/page/Banner'
import { openAlbumSetting, type PictureKept, saveToAlbum, showLarge } from '#ui/picture/album'
import { pictureFile } from '#ui/picture/canvasFile'
import { HiddenCanvas } from '#ui/picture/HiddenCanvas'
import { AgreeSheet } from '#ui/sheet/AgreeSheet'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import { drawPaper, paperSize } from './drawPaper'
import { paperWordsOf } from './paperWords'
import { verifyAddress } from './verifyAddress'

/**
 * Makes a picture of the certificate. It goes into the phone's album if the person allows that. Otherwise it is shown
 * large, for a screenshot.
 */
export function PictureSteps({ certificate }: { certificate: Certificate }) {
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState<PictureKept | 'failed'>()

  const drawn = () =>
    pictureFile(paperSize, (pen) =>
      drawPaper(pen, paperWordsOf(certificate), codeSquares(verifyAddress(certificate))),
    )
  /** When the phone refuses, the page says so and offers another way. */
  async function draw(use: (file: string) => Promise<PictureKept>) {
    if (busy) return
    setBusy(true)
    setOutcome(undefined)
    setOutcome(await drawn().then(use, () => 'failed' as const))
    setBusy(false)
  }
  const save = () => draw(saveToAlbum)
  const look = () => draw(showLarge)
  const press = async () => {
    if (await mustAgree()) setAsking(true)
    else await save()
  }
  return (
    <Box className='stack-tight'>
      <Maybe>
        {outcome === 'saved' && <Banner tone='good'>{words.savedAlbum}</Banner>}
        {outcome === 'refused' && <Banner tone='plain'>{words.refused}</Banner>}
        {outcome === 'failed' && <Banner tone='bad'>{words.failed}</Banner>}
      </Maybe>
      <Maybe>
        {outcome === 'refused' && (
          <Button look='quiet' onPress={openAlbumSetting}>
            {words.openSetting}
          </Button>
        )}
      </Maybe>
      <Button busy={busy} onPress={press}>
        {words.saveAlbum}
      </Button>
      <Button look='quiet' onPress={look}>
        {words.look}
      </Button>
      <HiddenCanvas />
      <Maybe>
        {asking && (
          <AgreeSheet
            why={words.albumWhy}
            refuse={words.albumRefuse}
            onAnswer={(agreed) => {
              setAsking(false)
              void (agreed ? save() : look())
            }}
          />
        )}
      </Maybe>
    </Box>
  )
}
