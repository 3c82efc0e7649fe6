import type { BookingDetail } from '#contract/booking'
import type { Instant } from '#contract/scalars'
import type { News } from '../../cloud/useStep'
import { standingWords } from '../../text/booking'
import { Banner } from '../../ui/Banner'
import { Box } from '../../ui/Box'
import { Heading } from '../../ui/Heading'
import { BookingSeal } from './BookingSeal'
import './BookingStanding.scss'

export interface BookingStandingProps {
  booking: BookingDetail
  now: Instant
  /** What has just come of a step. */
  news: News | undefined
  /** Whom the notices about it go to, where the reader acts for somebody. */
  told: string | undefined
}

/** Where the booking stands and what comes next: its stamp and a plain sentence, read aloud when it changes. */
export function BookingStanding({ booking, now, news, told }: BookingStandingProps) {
  return (
    <Box tag='section'>
      <Box>
        {news && (
          <Box className='standing-news'>
            <Banner tone={news.tone}>{news.text}</Banner>
          </Box>
        )}
      </Box>
      <Box className='standing-head'>
        <Heading>{booking.kindTitle}</Heading>
        <BookingSeal state={booking.state} />
      </Box>
      <Box className='standing-words' live='polite'>
        {standingWords(booking, now, told)}
      </Box>
    </Box>
  )
}
