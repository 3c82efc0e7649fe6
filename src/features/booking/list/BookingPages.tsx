import type { ReactNode } from 'react'
import { usePages } from '#cloud/call/usePages'
import { useRead } from '#cloud/call/useRead'
import type { BookingCard } from '#contract/booking'
import type { Instant, MemberId } from '#contract/shared/scalars'
import { bookingListText } from '#text/booking/booking'
import { Pager } from '#ui/page/Pager'
import { StateView } from '#ui/page/StateView'
import { Box } from '#ui/show/Box'
import { Heading } from '#ui/show/Heading'
import { ListRows } from '#ui/show/Row'
import { BookingRow } from './BookingRow'
import { claimToDo } from './claimToDo'

export interface BookingPagesProps {
  scope: 'mine' | 'claimed'
  /** What happens next with a booking, in one sentence. */
  next: (booking: BookingCard, now: Instant) => string | undefined
  empty: ReactNode
  /** The member whose bookings they are, when the reader acts for somebody. */
  actingFor?: MemberId | undefined
}

/** The viewer's bookings or claims in pages, the newest first. The claim to do now stands above the list. */
export function BookingPages({ scope, next, empty, actingFor }: BookingPagesProps) {
  const now = Date.now()
  const { paging, older, newer } = usePages()
  const [bookings, refresh] = useRead('booking.list', { scope, ...paging }, { actingFor })
  return (
    <StateView of={bookings} onRetry={refresh} empty={empty}>
      {({ items, nextCursor }) => {
        const toDo = scope === 'claimed' && !newer ? claimToDo(items) : undefined
        const row = (booking: BookingCard) => (
          <BookingRow
            key={booking.bookingId}
            booking={booking}
            now={now}
            next={next(booking, now)}
            actingFor={actingFor}
          />
        )
        const others = items.filter((booking) => booking !== toDo)
        return (
          <Box className='stack'>
            {toDo && (
              <Box tag='section' className='stack-tight'>
                <Heading>{bookingListText.toDo}</Heading>
                <ListRows>{row(toDo)}</ListRows>
              </Box>
            )}
            {others.length > 0 && (
              <Box tag='section' className='stack-tight'>
                {toDo && <Heading>{bookingListText.others}</Heading>}
                <ListRows>{others.map(row)}</ListRows>
              </Box>
            )}
            <Pager onNewer={newer} onOlder={nextCursor ? () => older(nextCursor) : undefined} />
          </Box>
        )
      }}
    </StateView>
  )
}
