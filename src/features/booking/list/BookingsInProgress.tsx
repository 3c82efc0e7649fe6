import type { BookingCard } from '#contract/booking'
import type { Instant } from '#contract/shared/scalars'
import { routes } from '#routes'
import { requesterNext } from '#text/booking/bookingState'
import { homeText } from '#text/community/home'
import { Box } from '#ui/show/Box'
import { Heading } from '#ui/show/Heading'
import { ListRow, ListRows } from '#ui/show/Row'
import { BookingRow } from './BookingRow'

const shownAtOnce = 2

/** The viewer's bookings that nobody has claimed yet, the soonest first. Without any it shows nothing. */
export function BookingsInProgress({ bookings, now }: { bookings: readonly BookingCard[]; now: Instant }) {
  const open = [...bookings].sort((a, b) => a.window.from - b.window.from)
  if (open.length === 0) return null
  return (
    <Box tag='section' className='stack-tight'>
      <Heading>{homeText.mineTitle}</Heading>
      <ListRows>
        {open.slice(0, shownAtOnce).map((booking) => (
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
