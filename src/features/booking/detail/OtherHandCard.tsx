import type { BookingDetail } from '#contract/booking'
import type { Instant } from '#contract/shared/scalars'
import { bookingDetail } from '#routes'
import { bookingStateText } from '#text/booking/bookingState'
import { handsText } from '#text/booking/together'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Maybe } from '#ui/show/Maybe'
import { ListRow, ListRows } from '#ui/show/Row'
import type { BookingCourse } from './bookingCourse'
import { ConfirmStep } from './ConfirmStep'

export interface OtherHandCardProps {
  booking: BookingDetail
  course: BookingCourse
  now: Instant
}

/**
 * Says how many of two volunteers there are, and how it stands with the other one; where that one alone waits for the
 * reader's word, it is asked here.
 */
export function OtherHandCard({ booking, course, now }: OtherHandCardProps) {
  const { hands, otherHand, part, steps } = booking
  if (!hands || !otherHand) return null
  const { bookingId, name, state } = otherHand
  const goesOn = state === 'claimed' || state === 'in_service' || state === 'done' || state === 'confirmed'
  const asked = otherHand.steps.includes('confirm') && !steps.includes('confirm')
  return (
    <>
      <Card title={handsText.title}>
        <Box>
          {part === 'claimer' ? handsText.with(goesOn ? name : undefined) : handsText.claimed(hands.claimed)}
        </Box>
        {(part === 'requester' || part === 'staff') && (
          <ListRows>
            <ListRow
              title={goesOn && name ? handsText.otherNamed(name) : handsText.other}
              detail={handsText.did(otherHand, now) ?? bookingStateText[state]}
              to={bookingDetail(bookingId, course.actingFor)}
            />
          </ListRows>
        )}
      </Card>
      <Maybe>
        {asked && <ConfirmStep booking={{ ...booking, bookingId }} course={{ ...course, bookingId }} />}
      </Maybe>
    </>
  )
}
