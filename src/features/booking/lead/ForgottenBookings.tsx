import { useNow } from '#clock'
import { usePages } from '#cloud/call/usePages'
import { useRead } from '#cloud/call/useRead'
import { bookingDetail } from '#routes'
import { leadText as words } from '#text/booking/dispatch'
import { windowWords } from '#text/shared/time'
import { Pressable } from '#ui/button/Pressable'
import { Pager } from '#ui/page/Pager'
import { StateView } from '#ui/page/StateView'
import { Box } from '#ui/show/Box'
import { Heading } from '#ui/show/Heading'
import { ListRows } from '#ui/show/Row'
import { SealChip } from '#ui/show/SealChip'
import '../list/BookingRow.scss'

const shownAtOnce = 10

/** The services that silence does not credit and the leader may settle, the oldest first. */
export function ForgottenBookings() {
  const now = useNow()
  const { paging, older, newer } = usePages(shownAtOnce)
  const [bookings, refresh] = useRead('booking.forgotten', paging)
  return (
    <Box tag='section' className='stack-tight'>
      <Heading>{words.forgotten}</Heading>
      <StateView of={bookings} onRetry={refresh} empty={<Box className='soft'>{words.forgottenEmpty}</Box>}>
        {({ items, nextCursor }) => (
          <Box className='stack-tight'>
            <ListRows>
              {items.map(({ bookingId, kindTitle, window, claimer, checkedInAt, minutes, waits }) => (
                <Pressable key={bookingId} className='booking-row' to={bookingDetail(bookingId)}>
                  <Box className='booking-row-head'>
                    <Box className='booking-row-title'>{kindTitle}</Box>
                    <SealChip tone='needs'>{words.waits[waits]}</SealChip>
                  </Box>
                  <Box>{windowWords(window, now)}</Box>
                  <Box className='booking-row-next'>
                    {words.served(claimer.name, checkedInAt, now, minutes)}
                  </Box>
                </Pressable>
              ))}
            </ListRows>
            <Pager onNewer={newer} onOlder={nextCursor ? () => older(nextCursor) : undefined} />
          </Box>
        )}
      </StateView>
    </Box>
  )
}
