import type { BookingDetail, BookingState } from '#contract/booking'
import type { Instant } from '#contract/shared/scalars'
import { BookingSeal } from '#features/booking/list/BookingSeal'
import { bookingSentence } from '#text/booking/booking'
import { bookingWay } from '#text/booking/bookingState'
import { StepLine } from '#ui/drawing/StepLine'
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
    <>
      <Headline title={booking.kindTitle} seal={<BookingSeal of={booking} />} news={news}>
        {bookingSentence(booking, now, told)}
      </Headline>
      <BookingLine state={booking.state} />
    </>
  )
}

/** The four steps of a booking, and where this one is. One that was called off or ran out has none. */
function BookingLine({ state }: Pick<BookingDetail, 'state'>) {
  const here = ways.indexOf(state)
  if (here < 0) return null
  return <StepLine steps={bookingWay} here={here} />
}

const ways: readonly BookingState[] = ['open', 'claimed', 'in_service', 'done', 'confirmed']
