import type { Instant } from '#contract/shared/scalars'
import { pictureText as words } from '#text/shared/picture'
import { momentWords } from '#text/shared/time'
import { PictureStrip, type ShownPicture } from '#ui/picture/PictureStrip'
import { Box } from './Box'
import { Heading } from './Heading'
import './Timeline.scss'

/** One thing that happened, in words. */
interface TimelineLine {
  key: string
  at: Instant
  what: string
  /** What somebody wrote then. */
  note?: string | undefined
  /** The pictures that they added. */
  pictures?: readonly ShownPicture[] | undefined
}

/** How many lines are shown: a long story shows its latest, so that the page stays light. */
const mostLines = 12

/** What has happened, in order. */
export function Timeline({
  title,
  lines,
  now,
}: {
  title: string
  lines: readonly TimelineLine[]
  now: Instant
}) {
  return (
    <Box tag='section' className='stack-tight'>
      <Heading>{title}</Heading>
      <Box tag='ol' className='timeline'>
        {lines.slice(-mostLines).map(({ key, at, what, note, pictures }) => (
          <Box tag='li' key={key} className='timeline-line'>
            <Box className='timeline-what'>{what}</Box>
            {note && <Box>{note}</Box>}
            {pictures && pictures.length > 0 && (
              <PictureStrip pictures={pictures} label={words.shownWith(what)} />
            )}
            <Box className='timeline-when'>{momentWords(at, now)}</Box>
          </Box>
        ))}
      </Box>
    </Box>
  )
}
