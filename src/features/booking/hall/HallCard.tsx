import type { BookingCard } from '#contract/booking'
import type { Community } from '#contract/community'
import type { Instant } from '#contract/shared/scalars'
import { bookingDetail } from '#routes'
import { hallText } from '#text/booking/hall'
import { matchWords } from '#text/booking/match'
import { particularsText } from '#text/booking/particulars'
import { windowWords } from '#text/shared/time'
import { Pressable } from '#ui/button/Pressable'
import { Box } from '#ui/show/Box'
import { SealChip } from '#ui/show/SealChip'
import './HallCard.scss'

export interface HallCardProps {
  booking: BookingCard
  /** Absent while it is being read. */
  community: Community | undefined
  now: Instant
}

/** An open booking in the hall: the kind of help, the window, the estate, and why it fits. */
export function HallCard({ booking, community, now }: HallCardProps) {
  const estate = community?.estates.find(({ estateId }) => estateId === booking.estateId)?.name
  const kinds = community?.services.find(({ service }) => service === booking.service)?.kinds
  const hints = kinds?.find(({ kind }) => kind === booking.kind)?.riskHints ?? []
  const { match = [], series, hands } = booking
  const asked = match.some(({ reason }) => reason === 'invited')
  return (
    <Pressable className='hall-card' to={bookingDetail(booking.bookingId)}>
      <Box className='hall-card-head'>
        <Box className='hall-card-title'>{booking.kindTitle}</Box>
        {booking.experienced && <SealChip tone='waits'>{particularsText.experienced}</SealChip>}
        {hands && <SealChip tone='waits'>{hallText.hands(hands.claimed)}</SealChip>}
        {asked && <SealChip tone='needs'>{hallText.asked}</SealChip>}
        {booking.needsLicence && <SealChip tone='waits'>{hallText.licence(booking.needsLicence)}</SealChip>}
      </Box>
      <Box className='hall-card-when'>{windowWords(booking.window, now)}</Box>
      {series && <Box>{hallText.series(series.ahead ?? 1)}</Box>}
      <Box>{particularsText.whereOf(particularsText.place[booking.place], estate)}</Box>
      {match.length > 0 && (
        <Box className='hall-card-why'>{matchWords(match, 'mine', booking.window.from, now)}</Box>
      )}
      {hints.length > 0 && <Box className='hall-card-hints'>{hallText.hints(hints)}</Box>}
    </Pressable>
  )
}
