import type { BookingDetail } from '#contract/booking'
import type { Instant } from '#contract/shared/scalars'
import { BookingSeal } from '#features/booking/list/BookingSeal'
import { bookingSentence } from '#text/booking/booking'
import { Headline } from '#ui/show/Headline'
import type { News } from '#ui/show/news'

export interface BookingHeadlineProps {
  booking: BookingDetail
  now: Instant
  /** The outcome of the last step. */
  news: News | undefined
  /** A sentence about who gets the notices, when the reader acts for somebody. */
  told: string | undefined
}

/** Says the state of the booking and what comes next. */
export function BookingHeadline({ booking, now, news, told }: BookingHeadlineProps) {
  return (
    <Headline title={booking.kindTitle} seal={<BookingSeal of={booking} />} news={news}>
      {bookingSentence(booking, now, told)}
    </Headline>
  )
}
