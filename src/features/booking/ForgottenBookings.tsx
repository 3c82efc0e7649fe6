import { usePages } from '../../cloud/usePages'
import { useRead } from '../../cloud/useRead'
import { bookingDetail } from '../../routes'
import { leadText as words } from '../../text/dispatch'
import { windowWords } from '../../text/time'
import { Box } from '../../ui/Box'
import { Heading } from '../../ui/Heading'
import { Pager } from '../../ui/Pager'
import { Pressable } from '../../ui/Pressable'
import { Rows } from '../../ui/Row'
import { SealChip } from '../../ui/SealChip'
import { StateView } from '../../ui/StateView'
import './BookingRow.scss'

const shownAtOnce = 10

/** Check-outs that were forgotten and wait for the leader's word, the oldest first. */
export function ForgottenBookings() {
  const now = Date.now()
  const { paging, older, newer } = usePages(shownAtOnce)
  const [bookings, refresh] = useRead('booking.forgotten', paging)
  return (
    <Box tag='section' className='stack-tight'>
      <Heading>{words.forgotten}</Heading>
      <StateView of={bookings} onRetry={refresh} empty={<Box className='soft'>{words.forgottenEmpty}</Box>}>
        {({ items, nextCursor }) => (
          <Box className='stack-tight'>
            <Rows>
              {items.map(({ bookingId, kindTitle, window, claimer, checkedInAt, minutes }) => (
                <Pressable key={bookingId} className='booking-row' to={bookingDetail(bookingId)}>
                  <Box className='booking-row-head'>
                    <Box className='booking-row-title'>{kindTitle}</Box>
                    <SealChip tone='asks'>{words.waitsForYou}</SealChip>
                  </Box>
                  <Box>{windowWords(window, now)}</Box>
                  <Box className='booking-row-next'>
                    {words.served(claimer.name, checkedInAt, now, minutes)}
                  </Box>
                </Pressable>
              ))}
            </Rows>
            <Pager onNewer={newer} onOlder={nextCursor ? () => older(nextCursor) : undefined} />
          </Box>
        )}
      </StateView>
    </Box>
  )
}
