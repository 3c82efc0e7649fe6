import type { ReactNode } from 'react'
import type { BookingState } from '#contract/booking'
import type { MemberId } from '#contract/scalars'
import { usePages } from '../../cloud/usePages'
import { useRead } from '../../cloud/useRead'
import { Box } from '../../ui/Box'
import { Pager } from '../../ui/Pager'
import { Rows } from '../../ui/Row'
import { StateView } from '../../ui/StateView'
import { BookingRow } from './BookingRow'

export interface BookingPagesProps {
  scope: 'mine' | 'claimed'
  /** What happens next in each state. */
  next: Partial<Record<BookingState, string>>
  empty: ReactNode
  /** The member whose bookings they are, where the reader acts for them. */
  actingFor?: MemberId | undefined
}

/** My bookings or my claims, newest first, a page at a time. */
export function BookingPages({ scope, next, empty, actingFor }: BookingPagesProps) {
  const now = Date.now()
  const { paging, older, newer } = usePages()
  const [bookings, refresh] = useRead('booking.list', { scope, ...paging }, { actingFor })
  return (
    <StateView of={bookings} onRetry={refresh} empty={empty}>
      {({ items, nextCursor }) => (
        <Box className='stack'>
          <Rows>
            {items.map((booking) => (
              <BookingRow
                key={booking.bookingId}
                booking={booking}
                now={now}
                next={next[booking.state]}
                actingFor={actingFor}
              />
            ))}
          </Rows>
          <Pager onNewer={newer} onOlder={nextCursor ? () => older(nextCursor) : undefined} />
        </Box>
      )}
    </StateView>
  )
}
