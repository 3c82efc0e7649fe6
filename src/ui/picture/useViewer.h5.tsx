import { useEffect, useState } from 'react'
import { pictureText as words } from '#text/shared/picture'
import { Button } from '#ui/button/Button'
import { Sheet } from '#ui/sheet/Sheet'
import { Box } from '#ui/show/Box'
import { Picture } from './Picture'
import type { Viewer } from './useViewer'
import './Viewer.scss'

/** A sheet as large as the window with one picture in it. The buttons and the arrows lead to the others, and from the last to the first. */
export function useViewer(addresses: readonly string[]): Viewer {
  const [shown, setShown] = useState<string>()
  return {
    show: setShown,
    viewer: shown !== undefined && addresses.includes(shown) && (
      <PictureViewer
        addresses={addresses}
        shown={shown}
        onShow={setShown}
        onClose={() => setShown(undefined)}
      />
    ),
  }
}

interface PictureViewerProps {
  addresses: readonly string[]
  shown: string
  onShow: (address: string) => void
  onClose: () => void
}

function PictureViewer({ addresses, shown, onShow, onClose }: PictureViewerProps) {
  const at = addresses.indexOf(shown)
  const { length } = addresses
  const before = addresses[(at + length - 1) % length] ?? shown
  const after = addresses[(at + 1) % length] ?? shown

  useEffect(() => {
    const lead = ({ key }: KeyboardEvent) => {
      if (key === 'ArrowLeft') onShow(before)
      if (key === 'ArrowRight') onShow(after)
    }
    document.addEventListener('keydown', lead)
    return () => document.removeEventListener('keydown', lead)
  })

  return (
    <Sheet wide title={words.nthOf(at + 1, addresses.length)} onClose={onClose}>
      <Picture className='viewer-picture' src={shown} alt={words.nth(at + 1)} />
      <Box className='only-heard' live='polite'>
        {words.nthOf(at + 1, addresses.length)}
      </Box>
      {addresses.length > 1 && (
        <Box className='viewer-ways'>
          <Button look='quiet' onPress={() => onShow(before)}>
            {words.before}
          </Button>
          <Button look='quiet' onPress={() => onShow(after)}>
            {words.after}
          </Button>
        </Box>
      )}
      <Button onPress={onClose}>{words.back}</Button>
    </Sheet>
  )
}
