import { useRead } from '#cloud/call/useRead'
import type { BookingState } from '#contract/booking'
import type { Instant } from '#contract/shared/scalars'
import { routes } from '#routes'
import { requesterNextText } from '#text/booking/bookingState'
import { homeText } from '#text/community/home'
import { Box } from '#ui/show/Box'
import { Heading } from '#ui/show/Heading'
import { ListRow, ListRows } from '#ui/show/Row'
import { BookingRow } from './BookingRow'

/** The states in which somebody still has to do something. */
const unfinished: readonly BookingState[] = ['open', 'claimed', 'in_service', 'done']
const shownAtOnce = 3

/** The viewer's next bookings, each with its one next step. Without any it shows nothing. */
export function BookingsInProgress({ now }: { now: Instant }) {
  const [bookings] = useRead('booking.list', { scope: 'mine', limit: 10 })
  const items =
    bookings.state === 'ready' ? bookings.data.items.filter(({ state }) => unfinished.includes(state)) : []
  if (items.length === 0) return null
  return (
    <Box tag='section' className='stack-tight'>
      <Heading>{homeText.mineTitle}</Heading>
      <ListRows>
        {items.slice(0, shownAtOnce).map((booking) => (
          <BookingRow
            key={booking.bookingId}
            booking={booking}
            now={now}
            next={requesterNextText[booking.state]}
          />
        ))}
        <ListRow title={homeText.allMine} to={routes.myBookings} />
      </ListRows>
    </Box>
  )
}
