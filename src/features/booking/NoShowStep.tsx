import type { BookingDetail } from '#contract/booking'
import { noShowText } from '../../text/noShow'
import { ReasonButton } from '../../ui/ReasonButton'
import { type Course, useBookingStep } from './bookingCourse'

/** A party says that the other did not come, and how it was. */
export function NoShowStep({ booking, course }: { booking: BookingDetail; course: Course }) {
  const saying = useBookingStep('booking.noShow', course)
  const words = noShowText.say[booking.part === 'requester' ? 'claimer' : 'requester']
  const { bookingId } = course
  const say = async (note: string) => (await saying.take({ bookingId, note }, () => words.done))?.ok === true
  return <ReasonButton {...words} step={saying} onReason={say} />
}
