import { cloudNow } from '#clock'
import type { BookingDetail } from '#contract/booking'
import { bookingStepText } from '#text/booking/booking'
import { handsText } from '#text/booking/together'
import { durationWords } from '#text/shared/time'
import { StarsForm } from '#ui/form/StarsForm'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { type BookingCourse, useBookingStep } from './bookingCourse'

const words = bookingStepText.confirm

/** Confirms a service for the requester, with stars and perhaps a comment. */
export function ConfirmStep({ booking, course }: { booking: BookingDetail; course: BookingCourse }) {
  const { bookingId, confirmsItselfAt } = booking
  const names = workedNames(booking)
  const { take, busy, failure } = useBookingStep('booking.confirm', course)
  return (
    <Card title={words.title} edge='cinnabar'>
      {names.length > 1 && <Box>{handsText.confirm(names)}</Box>}
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

/** Of two volunteers, those who have checked out, each with the time they worked. */
function workedNames({ claimer, minutes = 0, state, otherHand }: BookingDetail): string[] {
  const all = [
    ...(state === 'done' && claimer ? [{ name: claimer.name, minutes }] : []),
    ...(otherHand?.state === 'done' ? [{ name: otherHand.name ?? '', minutes: otherHand.minutes ?? 0 }] : []),
  ]
  return all.map((one) => `${one.name} ${durationWords(one.minutes)}`)
}
