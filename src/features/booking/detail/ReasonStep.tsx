import { bookingStepText } from '#text/booking/booking'
import { ReasonButton } from '#ui/button/ReasonButton'
import { type BookingCourse, useBookingStep } from './bookingCourse'

const ops = { release: 'booking.release', cancel: 'booking.cancel' } as const

/** Releases a claim or cancels a booking. Both need a reason that the other side reads. */
export function ReasonStep({ step, course }: { step: keyof typeof ops; course: BookingCourse }) {
  const taking = useBookingStep(ops[step], course)
  const words = bookingStepText[step]
  const { bookingId } = course
  const take = async (reason: string) =>
    (await taking.take({ bookingId, reason }, () => words.done))?.ok === true
  return <ReasonButton {...words} step={taking} onReason={take} />
}
