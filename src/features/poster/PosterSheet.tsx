import { posterWords as said, posterText as text } from '#text/poster/poster'
import { Picture } from '#ui/picture/Picture'
import { Box } from '#ui/show/Box'
import type { PosterCodes, PosterWords } from './posterLayout'
import { spokenOf } from './spoken'
import './PosterSheet.scss'

export interface PosterSheetProps {
  words: PosterWords
  codes: PosterCodes
  /** The picture that was drawn for the phone; absent until it is. */
  drawn: string | undefined
}

/** The poster as the picture that is saved. */
export function PosterSheet({ words, drawn }: PosterSheetProps) {
  if (!drawn) return <Box>{text.drawing}</Box>
  return <Picture className='poster poster-picture' src={drawn} alt={said.spoken(spokenOf(words))} />
}
