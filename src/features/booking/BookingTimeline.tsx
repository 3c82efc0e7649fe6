import type { BookingEvent } from '#contract/booking'
import type { Instant } from '#contract/scalars'
import { eventWords, particularsText } from '../../text/booking'
import { momentWords } from '../../text/time'
import { Box } from '../../ui/Box'
import { Heading } from '../../ui/Heading'
import './BookingTimeline.scss'

/** A long story keeps its latest lines, so that the page stays light. */
const mostLines = 12

/** What has happened, in order. */
export function BookingTimeline({ events, now }: { events: readonly BookingEvent[]; now: Instant }) {
  return (
    <Box tag='section' className='stack-tight'>
      <Heading>{particularsText.history}</Heading>
      <Box tag='ol' className='timeline'>
        {events.slice(-mostLines).map((event) => (
          <Box tag='li' key={`${event.at}${event.event}`} className='timeline-line'>
            <Box className='timeline-what'>{eventWords(event)}</Box>
            {event.note && <Box>{particularsText.note(event.note)}</Box>}
            <Box className='timeline-when'>{momentWords(event.at, now)}</Box>
          </Box>
        ))}
      </Box>
    </Box>
  )
}
