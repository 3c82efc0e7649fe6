import { useNow } from '#clock'
import { usePages } from '#cloud/call/usePages'
import { useRead } from '#cloud/call/useRead'
import type { BookingAtRisk } from '#contract/booking'
import type { Community } from '#contract/community'
import type { Instant } from '#contract/shared/scalars'
import { bookingDetail, dispatchOf } from '#routes'
import { leadText as words } from '#text/booking/dispatch'
import { particularsText } from '#text/booking/particulars'
import { windowWords } from '#text/shared/time'
import { Pressable } from '#ui/button/Pressable'
import { Pager } from '#ui/page/Pager'
import { StateView } from '#ui/page/StateView'
import { Box } from '#ui/show/Box'
import { Heading } from '#ui/show/Heading'
import { ListRows } from '#ui/show/Row'
import { SealChip } from '#ui/show/SealChip'
import '../list/BookingRow.scss'

export interface AtRiskBookingsProps {
  community: Community | undefined
  /** Whether the viewer may invite and dispatch volunteers of a team. */
  leads: (teamId: string) => boolean
}

const shownAtOnce = 10

/** The bookings at risk, the earliest window first. */
export function AtRiskBookings({ community, leads }: AtRiskBookingsProps) {
  const now = useNow()
  const { paging, older, newer } = usePages(shownAtOnce)
  const [bookings, refresh] = useRead('booking.atRisk', paging)
  return (
    <Box tag='section' className='stack-tight'>
      <Heading>{words.atRisk}</Heading>
      <StateView of={bookings} onRetry={refresh} empty={<Box className='soft'>{words.atRiskEmpty}</Box>}>
        {({ items, nextCursor }) => (
          <Box className='stack-tight'>
            <ListRows>
              {items.map((booking) => (
                <AtRiskRow
                  key={booking.bookingId}
                  booking={booking}
                  community={community}
                  leads={leads(booking.teamId)}
                  now={now}
                />
              ))}
            </ListRows>
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
  const pressing = window.from <= now ? 'begun' : told
  const estate = community?.estates.find((each) => each.estateId === estateId)?.name
  return (
    <Pressable className='booking-row' to={leads ? dispatchOf(bookingId) : bookingDetail(bookingId)}>
      <Box className='booking-row-head'>
        <Box className='booking-row-title'>{kindTitle}</Box>
        <SealChip tone={pressing === 'leader' ? 'waits' : 'needs'}>{words.pressing[pressing]}</SealChip>
      </Box>
      <Box>{windowWords(window, now)}</Box>
      <Box>{particularsText.whereOf(particularsText.place[place], estate)}</Box>
      <Box className='soft small'>
        {words.requested(requestedAt, now)} · {words.invited(invited)}
      </Box>
      <Box className='booking-row-way'>{leads ? words.findHands : words.seeBooking}</Box>
    </Pressable>
  )
}
