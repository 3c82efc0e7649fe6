import { useState } from 'react'
import type { BookingDetail } from '#contract/booking'
import { bookingStepText } from '#text/booking/booking'
import { seriesText } from '#text/booking/together'
import { ReasonButton } from '#ui/button/ReasonButton'
import { Choice } from '#ui/choice/Choice'
import { type BookingCourse, useBookingStep } from './bookingCourse'

const ops = { release: 'booking.release', cancel: 'booking.cancel' } as const

interface ReasonStepProps {
  step: keyof typeof ops
  booking: BookingDetail
  course: BookingCourse
}

/**
 * Releases a claim or cancels a booking, or of a series this one with all that come after it. Both need a reason that
 * the other side reads.
 */
export function ReasonStep({ step, booking, course }: ReasonStepProps) {
  const taking = useBookingStep(ops[step], course)
  const [which, setWhich] = useState<'one' | 'rest'>('one')
  const words = bookingStepText[step]
  const { bookingId } = course
  const restOfSeries = which === 'rest'
  const take = async (reason: string) =>
    (
      await taking.take({ bookingId, reason, ...(restOfSeries && { restOfSeries }) }, ({ moved }) =>
        restOfSeries && moved ? movedWords[step](moved) : words.done,
      )
    )?.ok === true
  return (
    <ReasonButton
      {...words}
      asked={
        hasRest(booking, step) && (
          <Choice
            label={seriesText.which[step]}
            options={(['one', 'rest'] as const).map((value) => ({ value, title: seriesText[value][step] }))}
            chosen={which}
            onChoose={setWhich}
            tall
          />
        )
      }
      step={taking}
      onReason={take}
    />
  )
}

const movedWords = { release: seriesText.released, cancel: seriesText.cancelled } as const

/** Whether another of the series comes later that the step could mean as well. */
const hasRest = ({ seriesEntries = [], window }: BookingDetail, step: keyof typeof ops): boolean =>
  seriesEntries.some(
    ({ window: { from }, state, mine }) =>
      from > window.from &&
      (step === 'release' ? mine && state === 'claimed' : state === 'open' || state === 'claimed'),
  )
