import type { BookingDetail } from '#contract/booking'
import { bookingStepText } from '#text/booking/booking'
import { Button } from '#ui/button/Button'
import { Banner } from '#ui/page/Banner'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import { type Course, useBookingStep } from './bookingCourse'

/** Takes the booking on; exactly one volunteer wins. */
export function ClaimStep({ booking, course }: { booking: BookingDetail; course: Course }) {
  const claim = useBookingStep('booking.claim', course)
  const { bookingId, needsLicence } = booking
  return (
    <Box className='stack-tight'>
      <Box className='soft'>
        {needsLicence ? bookingStepText.claimLicence(needsLicence) : bookingStepText.claimHint}
      </Box>
      <Maybe>{claim.failure && <Banner tone='bad'>{claim.failure}</Banner>}</Maybe>
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
