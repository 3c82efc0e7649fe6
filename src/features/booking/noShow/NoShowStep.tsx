import type { BookingDetail } from '#contract/booking'
import { type BookingCourse, useBookingStep } from '#features/booking/detail/bookingCourse'
import { noShowText } from '#text/booking/noShow'
import { ReasonButton } from '#ui/button/ReasonButton'

/** Lets a party of a booking report that the other did not come. */
export function NoShowStep({ booking, course }: { booking: BookingDetail; course: BookingCourse }) {
  const saying = useBookingStep('booking.noShow', course)
  const words = noShowText.say[booking.part === 'requester' ? 'claimer' : 'requester']
  const { bookingId } = course
  const say = async (note: string) => (await saying.take({ bookingId, note }, () => words.done))?.ok === true
  return <ReasonButton {...words} step={saying} onReason={say} />
}
