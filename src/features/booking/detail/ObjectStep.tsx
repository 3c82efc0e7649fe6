import { wordText } from '#text/hours/word'
import { ReasonButton } from '#ui/button/ReasonButton'
import { type BookingCourse, useBookingStep } from './bookingCourse'

/** The requester says that a service which was credited by word was not so. */
export function ObjectStep({ course }: { course: BookingCourse }) {
  const object = useBookingStep('booking.object', course)
  const words = wordText.object
  const { bookingId } = course
  const take = async (note: string) => (await object.take({ bookingId, note }, () => words.done))?.ok === true
  return <ReasonButton {...words} step={object} onReason={take} />
}
