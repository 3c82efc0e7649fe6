import { cloudNow } from '#clock'
import type { BookingDetail } from '#contract/booking'
import { bookingStepText } from '#text/booking/booking'
import { StarsForm } from '#ui/form/StarsForm'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { type BookingCourse, useBookingStep } from './bookingCourse'

const words = bookingStepText.confirm

/** Confirms a service for the requester, with stars and perhaps a comment. */
export function ConfirmStep({ booking, course }: { booking: BookingDetail; course: BookingCourse }) {
  const { bookingId, confirmsItselfAt } = booking
  const { take, busy, failure } = useBookingStep('booking.confirm', course)
  return (
    <Card title={words.title} edge='cinnabar'>
      {confirmsItselfAt !== undefined && <Box>{words.silence(confirmsItselfAt, cloudNow())}</Box>}
      <StarsForm
        words={words}
        busy={busy}
        failure={failure}
        onSend={(said) =>
          take({ bookingId, ...said }, ({ state, minutes }) =>
            state === 'done' ? words.waits : words.done(minutes),
          )
        }
      />
    </Card>
  )
}
