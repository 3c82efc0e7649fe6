import { useState } from 'react'
import type { BookingDetail } from '#contract/booking'
import { noShowText } from '../../text/noShow'
import { Button } from '../../ui/Button'
import { Place } from '../../ui/Place'
import { ReasonSheet } from '../../ui/ReasonSheet'
import { type Course, useBookingStep } from './bookingCourse'

/** A party says that the other did not come, and how it was. */
export function NoShowStep({ booking, course }: { booking: BookingDetail; course: Course }) {
  const [asking, setAsking] = useState(false)
  const saying = useBookingStep('booking.noShow', course)
  const words = noShowText.say[booking.part === 'requester' ? 'claimer' : 'requester']
  const { bookingId } = course

  const close = () => {
    setAsking(false)
    saying.clear()
  }
  async function say(note: string) {
    const outcome = await saying.take({ bookingId, note }, () => words.done)
    if (outcome?.ok) setAsking(false)
  }

  return (
    <>
      <Button look='quiet' onPress={() => setAsking(true)}>
        {words.open}
      </Button>
      <Place>
        {asking && (
          <ReasonSheet
            {...words}
            busy={saying.busy}
            failure={saying.failure}
            onReason={say}
            onClose={close}
          />
        )}
      </Place>
    </>
  )
}
