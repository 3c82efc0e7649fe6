import { useState } from 'react'
import { stepText } from '../../text/booking'
import { Button } from '../../ui/Button'
import { Place } from '../../ui/Place'
import { ReasonSheet } from '../../ui/ReasonSheet'
import { type Course, useBookingStep } from './bookingCourse'

const ops = { release: 'booking.release', cancel: 'booking.cancel' } as const

/** Gives a claim back, or takes a booking back; either wants a reason that the other side reads. */
export function ReasonStep({ step, course }: { step: keyof typeof ops; course: Course }) {
  const [asking, setAsking] = useState(false)
  const taking = useBookingStep(ops[step], course)
  const words = stepText[step]
  const { bookingId } = course

  const close = () => {
    setAsking(false)
    taking.clear()
  }
  async function take(reason: string) {
    const outcome = await taking.take({ bookingId, reason }, () => words.done)
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
            title={words.title}
            text={words.text}
            label={words.label}
            reasons={words.reasons}
            action={words.action}
            busy={taking.busy}
            failure={taking.failure}
            onReason={take}
            onClose={close}
          />
        )}
      </Place>
    </>
  )
}
