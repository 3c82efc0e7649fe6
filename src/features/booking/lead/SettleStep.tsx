import { useState } from 'react'
import { useForm } from '#cloud/call/useForm'
import { useDraft } from '#cloud/kept/useDraft'
import type { BookingDetail } from '#contract/booking'
import { type BookingCourse, useBookingStep } from '#features/booking/detail/bookingCourse'
import { settleText as words } from '#text/booking/settle'
import { uiText } from '#text/shared/ui'
import { Button } from '#ui/button/Button'
import { showFirstFault } from '#ui/field/showFirstFault'
import { TextField } from '#ui/field/TextField'
import { FormFoot } from '#ui/form/FormFoot'
import { ReasonField } from '#ui/form/ReasonField'
import { Sheet } from '#ui/sheet/Sheet'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Maybe } from '#ui/show/Maybe'
import { settledMinutes } from './settledMinutes'

/** Settles a service that silence does not credit. The leader says how long the service took, and how they know. */
export function SettleStep({ booking, course }: { booking: BookingDetail; course: BookingCourse }) {
  const [asking, setAsking] = useState(false)
  const { minutes = 0, waits = 'forgotten', related } = booking
  return (
    <Card edge='ochre'>
      <Box>{words.lead(waits, related, minutes)}</Box>
      <Button onPress={() => setAsking(true)}>{words.open}</Button>
      <Maybe>
        {asking && <SettleSheet booking={booking} course={course} onClose={() => setAsking(false)} />}
      </Maybe>
    </Card>
  )
}

interface SettleSheetProps {
  booking: BookingDetail
  course: BookingCourse
  onClose: () => void
}

function SettleSheet({ booking, course, onClose }: SettleSheetProps) {
  const { bookingId, minutes: most = 0, checkedInAt } = booking
  const settle = useBookingStep('booking.settle', course)
  const form = useForm(useDraft({ minutes: String(most), reason: '' }), {
    check: ({ reason, ...typed }) => {
      const minutes = settledMinutes(typed.minutes, most)
      if (minutes !== undefined && reason !== '') return { input: { bookingId, minutes, reason } }
      return {
        faults: {
          ...(minutes === undefined && { minutes: words.minutesWrong(most) }),
          ...(reason === '' && { reason: uiText.reasonMissing }),
        },
      }
    },
    atFault: showFirstFault,
    by: settle.saying((reply) => words.done(reply.minutes)),
    onDone: onClose,
  })
  const { faults, write } = form
  return (
    <Sheet title={words.title} onClose={onClose}>
      <Box>{words.text(checkedInAt ?? booking.window.from, most)}</Box>
      <TextField
        label={words.minutes}
        keyboard='digits'
        initial={String(most)}
        maxLength={4}
        error={faults.minutes}
        onText={(minutes) => write({ minutes })}
      />
      <ReasonField
        label={words.reason}
        reasons={words.reasons}
        error={faults.reason}
        onReason={(reason) => write({ reason })}
      />
      <FormFoot form={form} action={words.action} />
    </Sheet>
  )
}
