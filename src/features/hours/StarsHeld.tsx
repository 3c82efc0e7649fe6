import type { Statement } from '#contract/hours'
import { hoursText as words } from '#text/hours/hours'
import { durationWords } from '#text/shared/time'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Icon } from '#ui/show/Icon'
import { nextStar } from './starScale'
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
      <Box>{next ? words.starsMissing(durationWords(next.missingMinutes), next.star) : words.starsFull}</Box>
      <Box className='soft small'>{words.starsRule}</Box>
    </Card>
  )
}
