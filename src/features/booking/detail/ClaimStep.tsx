import type { BookingDetail } from '#contract/booking'
import { stepText } from '#text/booking/booking'
import { Button } from '#ui/button/Button'
import { Banner } from '#ui/page/Banner'
import { Box } from '#ui/show/Box'
import { Place } from '#ui/show/Place'
import { type Course, useBookingStep } from './bookingCourse'

/** Takes the booking on; exactly one volunteer wins. */
export function ClaimStep({ booking, course }: { booking: BookingDetail; course: Course }) {
  const claim = useBookingStep('booking.claim', course)
  const { bookingId, needsLicence } = booking
  return (
    <Box className='stack-tight'>
      <Box className='soft'>{needsLicence ? stepText.claimLicence(needsLicence) : stepText.claimHint}</Box>
      <Place>{claim.failure && <Banner tone='bad'>{claim.failure}</Banner>}</Place>
      <Button look='pine' busy={claim.busy} onPress={() => claim.take({ bookingId }, () => stepText.claimed)}>
        {stepText.claim}
      </Button>
    </Box>
  )
}
