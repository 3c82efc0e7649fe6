import { useState } from 'react'
import { posterText as text } from '#text/poster/poster'
import { Button } from '#ui/button/Button'
import { Banner } from '#ui/page/Banner'
import { openAlbumSetting, type PictureKept, saveToAlbum, showLarge } from '#ui/picture/album'
import { useAgreement } from '#ui/sheet/useAgreement'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import type { PosterSheetProps } from './PosterSheet'

export interface PosterStepsProps extends PosterSheetProps {
  /** The picture could not be drawn. */
  failed: boolean
}

/** Saves the poster's picture in the phone's album if the person allows that, or shows it large. */
export function PosterSteps({ drawn, failed }: PosterStepsProps) {
  const { ask, sheet } = useAgreement()
  const [outcome, setOutcome] = useState<PictureKept | 'failed'>()
  if (failed) return <Banner tone='bad'>{text.failed}</Banner>
  if (!drawn) return null
  const use = async (way: (file: string) => Promise<PictureKept>) =>
    setOutcome(await way(drawn).catch(() => 'failed' as const))
  const look = () => use(showLarge)
  const save = () =>
    ask({ why: text.albumWhy, refuse: text.albumRefuse, go: () => use(saveToAlbum), otherwise: look })
  return (
    <Box className='stack-tight'>
      <Maybe>
        {outcome === 'saved' && <Banner tone='good'>{text.savedAlbum}</Banner>}
        {outcome === 'refused' && <Banner tone='plain'>{text.refused}</Banner>}
        {outcome === 'failed' && <Banner tone='bad'>{text.failed}</Banner>}
      </Maybe>
      <Maybe>
        {outcome === 'refused' && (
          <Button look='quiet' onPress={openAlbumSetting}>
            {text.openSetting}
          </Button>
        )}
      </Maybe>
      <Button onPress={save}>{text.saveAlbum}</Button>
      <Button look='quiet' onPress={look}>
        {text.look}
      </Button>
      <Box className='soft small'>{text.onComputer}</Box>
      <Maybe>{sheet}</Maybe>
    </Box>
  )
}
