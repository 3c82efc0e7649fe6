import type { ReactNode } from 'react'
import { useNow } from '#clock'
import { usePages } from '#cloud/call/usePages'
import { useRead } from '#cloud/call/useRead'
import type { BookingCard } from '#contract/booking'
import type { Instant, MemberId } from '#contract/shared/scalars'
import { bookingListText } from '#text/booking/bookingList'
import { Folded } from '#ui/page/Folded'
import { Pager } from '#ui/page/Pager'
import { StateView } from '#ui/page/StateView'
import { Box } from '#ui/show/Box'
import { ListRows } from '#ui/show/Row'
import { BookingRow } from './BookingRow'
import { nextFirst } from './nextFirst'

export interface BookingPagesProps {
  scope: 'mine' | 'claimed'
  /** What happens next with a booking, in one sentence. */
  next: (booking: BookingCard, now: Instant) => string | undefined
  empty: ReactNode
  /** The member whose bookings they are, when the reader acts for somebody. */
  actingFor?: MemberId | undefined
}

/** The viewer's bookings or claims in pages: what comes next first; what is over is folded. */
export function BookingPages({ scope, next, empty, actingFor }: BookingPagesProps) {
  const now = useNow()
  const { paging, older, newer } = usePages()
  const [bookings, refresh] = useRead('booking.list', { scope, ...paging }, { actingFor })
  const row = (booking: BookingCard) => (
    <BookingRow
      key={booking.bookingId}
      booking={booking}
      now={now}
      next={next(booking, now)}
      actingFor={actingFor}
    />
  )
  return (
    <StateView of={bookings} onRetry={refresh} empty={empty}>
      {({ items, nextCursor }) => {
        const { ahead, over } = nextFirst(items)
        return (
          <Box className='stack'>
            {ahead.length > 0 && <ListRows>{ahead.map(row)}</ListRows>}
            {over.length > 0 && (
              <Folded title={bookingListText.over[scope](over.length)} open={ahead.length === 0}>
                <ListRows>{over.map(row)}</ListRows>
              </Folded>
            )}
            <Pager onNewer={newer} onOlder={nextCursor ? () => older(nextCursor) : undefined} />
          </Box>
        )
      }}
    </StateView>
  )
}
