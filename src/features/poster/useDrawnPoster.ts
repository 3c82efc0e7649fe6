import { useEffect, useState } from 'react'
import { pictureFile } from '#ui/picture/canvasFile'
import { drawPoster, phoneSize } from './drawPoster'
import type { PosterCodes, PosterWords } from './posterLayout'

/** The poster's picture for a phone as a temporary file, drawn anew when the words change. The page needs `HiddenCanvas`. */
export function useDrawnPoster(
  words: PosterWords,
  codes: PosterCodes | undefined,
): { drawn: string | undefined; failed: boolean } {
  const [held, setHeld] = useState<{ of: object; file?: string }>()
  useEffect(() => {
    let left = false
    if (!codes) return
    pictureFile(phoneSize, (pen, load) => drawPoster(pen, load, words, codes)).then(
      (file) => left || setHeld({ of: words, file }),
      () => left || setHeld({ of: words }),
    )
    return () => {
      left = true
    }
  }, [words, codes])
  const current = held?.of === words ? held : undefined
  return { drawn: current?.file, failed: current !== undefined && current.file === undefined }
}
