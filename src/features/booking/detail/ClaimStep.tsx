import { useNow } from '#clock'
import type { BookingClaimed, BookingDetail } from '#contract/booking'
import { bookingDetail } from '#routes'
import { bookingStepText } from '#text/booking/booking'
import { handsText, seriesText } from '#text/booking/together'
import { Button } from '#ui/button/Button'
import { Failure } from '#ui/form/Failure'
import { goInstead } from '#ui/go/go'
import { Box } from '#ui/show/Box'
import { type BookingCourse, useBookingStep } from './bookingCourse'

/** Claims the booking, or of a series all that are still open. Of several volunteers exactly one wins each. */
export function ClaimStep({ booking, course }: { booking: BookingDetail; course: BookingCourse }) {
  const now = useNow()
  const claim = useBookingStep('booking.claim', course)
  const { bookingId, needsLicence, hands, seriesEntries = [], window } = booking
  const open = seriesEntries.filter(
    ({ state, window: { from } }) => state === 'open' && from >= window.from,
  ).length
  const take = async (restOfSeries: boolean) => {
    const outcome = await claim.take({ bookingId, ...(restOfSeries && { restOfSeries }) }, (reply) =>
      reply.series ? seriesText.claimed(reply, now) : bookingStepText.claimed,
    )
    // the place that was free is the other one: its page has the door
    const taken: BookingClaimed | undefined = outcome?.ok ? outcome.data : undefined
    if (taken?.bookingId) goInstead(bookingDetail(taken.bookingId))
  }
  return (
    <Box className='stack-tight'>
      {hands && <Box>{handsText.claimed(hands.claimed)}</Box>}
      <Box className='soft'>
        {needsLicence && !hands ? bookingStepText.claimLicence(needsLicence) : bookingStepText.claimHint}
      </Box>
      <Failure>{claim.failure}</Failure>
      <Button look='pine' busy={claim.busy} onPress={() => take(false)}>
        {open > 1 ? seriesText.claimOne : bookingStepText.claim}
      </Button>
      {open > 1 && (
        <>
          <Box className='soft'>{seriesText.claimRestHint(open)}</Box>
          <Button look='quiet' busy={claim.busy} onPress={() => take(true)}>
            {seriesText.claimRest}
          </Button>
        </>
      )}
    </Box>
  )
}
