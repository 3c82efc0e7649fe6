import { useState } from 'react'
import { albumText as words } from '#text/shared/album'
import { Button } from '#ui/button/Button'
import { Banner } from '#ui/page/Banner'
import { useAgreement } from '#ui/sheet/useAgreement'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import { openAlbumSetting, type PictureKept, saveToAlbum, showLarge } from './phoneAlbum'

export interface AlbumStepsProps {
  /** Makes the picture, or has it: the path of a file on the phone. */
  file: () => Promise<string>
  /** Why the album is wanted, and what is said when the picture is there. */
  words: { albumWhy: string; savedAlbum: string }
}

/**
 * Saves a picture in the phone's album if the person allows that. Otherwise it is shown large, for a screenshot. When the
 * phone refuses, the page says so and offers another way.
 */
export function AlbumSteps({ file, words: { albumWhy, savedAlbum } }: AlbumStepsProps) {
  const { ask, sheet } = useAgreement()
  const [busy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState<PictureKept | 'failed'>()
  async function use(way: (made: string) => Promise<PictureKept>) {
    if (busy) return
    setBusy(true)
    setOutcome(undefined)
    setOutcome(
      await file()
        .then(way)
        .catch(() => 'failed' as const),
    )
    setBusy(false)
  }
  const look = () => use(showLarge)
  const save = () => ask({ why: albumWhy, refuse: words.refuse, go: () => use(saveToAlbum), otherwise: look })
  return (
    <Box className='stack-tight'>
      <Maybe>
        {outcome === 'saved' && <Banner tone='good'>{savedAlbum}</Banner>}
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
      <Button busy={busy} onPress={save}>
        {words.save}
      </Button>
      <Button look='quiet' onPress={look}>
        {words.look}
      </Button>
      <Maybe>{sheet}</Maybe>
    </Box>
  )
}
