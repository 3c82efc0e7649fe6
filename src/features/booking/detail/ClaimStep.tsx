import type { BookingDetail } from '#contract/booking'
import { bookingStepText } from '#text/booking/booking'
import { Button } from '#ui/button/Button'
import { Failure } from '#ui/form/Failure'
import { Box } from '#ui/show/Box'
import { type BookingCourse, useBookingStep } from './bookingCourse'

/** Claims the booking. Of several volunteers exactly one wins. */
export function ClaimStep({ booking, course }: { booking: BookingDetail; course: BookingCourse }) {
  const claim = useBookingStep('booking.claim', course)
  const { bookingId, needsLicence } = booking
  return (
    <Box className='stack-tight'>
      <Box className='soft'>
        {needsLicence ? bookingStepText.claimLicence(needsLicence) : bookingStepText.claimHint}
      </Box>
      <Failure>{claim.failure}</Failure>
      <Button
        look='pine'
        busy={claim.busy}
        onPress={() => claim.take({ bookingId }, () => bookingStepText.claimed)}
      >
        {bookingStepText.claim}
      </Button>
    </Box>
  )
}
