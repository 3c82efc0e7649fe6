import type { Statement } from '#contract/hours'
import { hoursText as words } from '#text/hours/hours'
import { durationWords } from '#text/shared/time'
import { Ring } from '#ui/drawing/Ring'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Icon } from '#ui/show/Icon'
import { type NextStar, nextStar } from './starScale'
import './StarsHeld.scss'

const starsInAll = [1, 2, 3, 4, 5] as const

/** Shows the member's stars, and the minutes that are missing to the next star. */
export function StarsHeld({ stars, recordedMinutes }: Pick<Statement, 'stars' | 'recordedMinutes'>) {
  const next = nextStar(recordedMinutes)
  return (
    <Card title={words.starsTitle}>
      <Box className='held'>
        <Box className='held-stars' silent>
          {starsInAll.map((star) => (
            <Icon key={star} name={star <= stars ? 'star-on' : 'star'} />
          ))}
        </Box>
        <Box className='strong'>{words.starsHeld(stars)}</Box>
      </Box>
      {next ? <WayToStar next={next} /> : <Box>{words.starsFull}</Box>}
      <Box className='soft small'>{words.starsRule}</Box>
    </Card>
  )
}

/** The way to the next star as a ring, and the words beside it. */
function WayToStar({ next: { star, missingMinutes, part } }: { next: NextStar }) {
  return (
    <Box className='held-way'>
      <Ring part={part} label={words.starsWay(star, Math.floor(part * 100))}>
        {words.towards(star)}
      </Ring>
      <Box className='held-words'>{words.starsMissing(durationWords(missingMinutes), star)}</Box>
    </Box>
  )
}
