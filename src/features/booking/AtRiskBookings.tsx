import type { BookingAtRisk } from '#contract/booking'
import type { Community } from '#contract/community'
import type { Instant } from '#contract/scalars'
import { usePages } from '../../cloud/usePages'
import { useRead } from '../../cloud/useRead'
import { bookingDetail, dispatchOf } from '../../routes'
import { particularsText } from '../../text/booking'
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

export interface AtRiskBookingsProps {
  community: Community | undefined
  /** Whether the reader may ask and send volunteers of that team. */
  leads: (teamId: string) => boolean
}

const shownAtOnce = 10

/** What nobody has claimed for too long, the nearest first. */
export function AtRiskBookings({ community, leads }: AtRiskBookingsProps) {
  const now = Date.now()
  const { paging, older, newer } = usePages(shownAtOnce)
  const [bookings, refresh] = useRead('booking.atRisk', paging)
  return (
    <Box tag='section' className='stack-tight'>
      <Heading>{words.atRisk}</Heading>
      <StateView of={bookings} onRetry={refresh} empty={<Box className='soft'>{words.atRiskEmpty}</Box>}>
        {({ items, nextCursor }) => (
          <Box className='stack-tight'>
            <Rows>
              {items.map((booking) => (
                <AtRiskRow
                  key={booking.bookingId}
                  booking={booking}
                  community={community}
                  leads={leads(booking.teamId)}
                  now={now}
                />
              ))}
            </Rows>
            <Pager onNewer={newer} onOlder={nextCursor ? () => older(nextCursor) : undefined} />
          </Box>
        )}
      </StateView>
    </Box>
  )
}

interface AtRiskRowProps {
  booking: BookingAtRisk
  community: Community | undefined
  leads: boolean
  now: Instant
}

function AtRiskRow({ booking, community, leads, now }: AtRiskRowProps) {
  const { bookingId, kindTitle, told, requestedAt, invited, window, place, estateId } = booking
  const estate = community?.estates.find((each) => each.estateId === estateId)?.name
  return (
    <Pressable className='booking-row' to={leads ? dispatchOf(bookingId) : bookingDetail(bookingId)}>
      <Box className='booking-row-head'>
        <Box className='booking-row-title'>{kindTitle}</Box>
        <SealChip tone={told === 'grid' ? 'asks' : 'waits'}>{words.told[told]}</SealChip>
      </Box>
      <Box>{windowWords(window, now)}</Box>
      <Box>{particularsText.whereOf(particularsText.place[place], estate)}</Box>
      <Box className='soft small'>
        {words.requested(requestedAt, now)} · {words.invited(invited)}
      </Box>
      <Box className='booking-row-next'>{leads ? words.findHands : words.seeBooking}</Box>
    </Pressable>
  )
}
