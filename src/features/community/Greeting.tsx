import type { Instant } from '#contract/scalars'
import { homeText } from '../../text/home'
import { dateWords, hourOf } from '../../text/time'
import { Box } from '../../ui/Box'
import './Greeting.scss'

/** Good morning, by name where one is known, and what day it is. */
export function Greeting({ name, place, now }: { name: string | undefined; place: string; now: Instant }) {
  const hour = hourOf(now)
  return (
    <Box className='greeting'>
      <Box className='greeting-words'>{name ? homeText.greet(name, hour) : homeText.greetVisitor(hour)}</Box>
      <Box className='greeting-day'>
        {dateWords(now)}
        {place && ` · ${place}`}
      </Box>
    </Box>
  )
}
