import type { BookingCard } from '#contract/booking'
import type { Instant } from '#contract/shared/scalars'
import { routes } from '#routes'
import { requesterNext } from '#text/booking/bookingState'
import { homeText } from '#text/community/home'
import { Box } from '#ui/show/Box'
import { Heading } from '#ui/show/Heading'
import { ListRow, ListRows } from '#ui/show/Row'
import { BookingRow } from './BookingRow'

const shownAtOnce = 3

/** The viewer's bookings that are not over, each with its one next step. Without any it shows nothing. */
export function BookingsInProgress({ bookings, now }: { bookings: readonly BookingCard[]; now: Instant }) {
  if (bookings.length === 0) return null
  return (
    <Box tag='section' className='stack-tight'>
      <Heading>{homeText.mineTitle}</Heading>
      <ListRows>
        {bookings.slice(0, shownAtOnce).map((booking) => (
          <BookingRow
            key={booking.bookingId}
            booking={booking}
            now={now}
            next={requesterNext(booking, now)}
          />
        ))}
        <ListRow title={homeText.allMine} to={routes.myBookings} />
      </ListRows>
    </Box>
  )
}
