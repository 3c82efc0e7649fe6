import type { BookingCard } from '#contract/booking'
import type { Instant, MemberId } from '#contract/shared/scalars'
import { bookingDetail } from '#routes'
import { bookingTitle } from '#text/booking/bookingList'
import { togetherWords } from '#text/booking/bookingState'
import { windowWords } from '#text/shared/time'
import { Pressable } from '#ui/button/Pressable'
import { Box } from '#ui/show/Box'
import { BookingSeal } from './BookingSeal'
import './BookingRow.scss'

export interface BookingRowProps {
  booking: BookingCard
  now: Instant
  /** What happens next, in one sentence. */
  next?: string | undefined
  /** The member whose booking it is, when the reader acts for somebody. */
  actingFor?: MemberId | undefined
}

/** One booking of a list inside `Rows`: title, window, state and what happens next. It opens the booking's page. */
export function BookingRow({ booking, now, next, actingFor }: BookingRowProps) {
  const together = togetherWords(booking)
  return (
    <Pressable className='booking-row' to={bookingDetail(booking.bookingId, actingFor)}>
      <Box className='booking-row-head'>
        <Box className='booking-row-title'>{bookingTitle(booking)}</Box>
        <BookingSeal of={booking} />
      </Box>
      <Box>{windowWords(booking.window, now)}</Box>
      {together && <Box>{together}</Box>}
      {next && <Box className='booking-row-next'>{next}</Box>}
    </Pressable>
  )
}
