import type { BookingDetail } from '#contract/booking'
import type { Instant } from '#contract/shared/scalars'
import { BookingSeal } from '#features/booking/list/BookingSeal'
import { standingWords } from '#text/booking/booking'
import { type News, Standing } from '#ui/show/Standing'

export interface BookingStandingProps {
  booking: BookingDetail
  now: Instant
  /** What has just come of a step. */
  news: News | undefined
  /** Whom the notices about it go to, where the reader acts for somebody. */
  told: string | undefined
}

/** Where the booking stands and what comes next. */
export function BookingStanding({ booking, now, news, told }: BookingStandingProps) {
  return (
    <Standing title={booking.kindTitle} seal={<BookingSeal state={booking.state} />} news={news}>
      {standingWords(booking, now, told)}
    </Standing>
  )
}
