import { useRef, useState } from 'react'
import type { BookingDetail } from '#contract/booking'
import { type Course, useBookingStep } from '#features/booking/detail/bookingCourse'
import { settleText as words } from '#text/booking/settle'
import { uiText } from '#text/shared/ui'
import { Button } from '#ui/button/Button'
import { Choice } from '#ui/choice/Choice'
import { ParagraphField, TextField } from '#ui/field/TextField'
import { Banner } from '#ui/page/Banner'
import { Sheet } from '#ui/sheet/Sheet'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Maybe } from '#ui/show/Maybe'
import { settledMinutes } from './settledMinutes'

const own = 'own'

/** The leader's word on a forgotten check-out: how long it really was, and how they know. */
export function SettleStep({ booking, course }: { booking: BookingDetail; course: Course }) {
  const [asking, setAsking] = useState(false)
  const { minutes = 0 } = booking
  return (
    <Card edge='ochre'>
      <Box>{words.lead(minutes)}</Box>
      <Button onPress={() => setAsking(true)}>{words.open}</Button>
      <Maybe>
        {asking && <SettleSheet booking={booking} course={course} onClose={() => setAsking(false)} />}
      </Maybe>
    </Card>
  )
}

interface SettleSheetProps {
  booking: BookingDetail
  course: Course
  onClose: () => void
}

function SettleSheet({ booking, course, onClose }: SettleSheetProps) {
  const { bookingId, minutes: most = 0, checkedInAt } = booking
  const said = useRef(String(most))
  const written = useRef('')
  const [chosen, setChosen] = useState<string>()
  const [wrong, setWrong] = useState<{ minutes?: boolean; reason?: boolean }>({})
  const settle = useBookingStep('booking.settle', course)

  async function submit() {
    const minutes = settledMinutes(said.current, most)
    const reason = chosen === own ? written.current.trim() : (chosen ?? '')
    setWrong({ minutes: minutes === undefined, reason: reason === '' })
    if (minutes === undefined || reason === '') return
    const outcome = await settle.take({ bookingId, minutes, reason }, (reply) => words.done(reply.minutes))
    if (outcome?.ok) onClose()
  }

  return (
    <Sheet title={words.title} onClose={onClose}>
      <Box>{words.text(checkedInAt ?? booking.window.from, most)}</Box>
      <TextField
        label={words.minutes}
        keyboard='digits'
        initial={String(most)}
        maxLength={4}
        error={wrong.minutes ? words.minutesWrong(most) : undefined}
        onText={(text) => {
          said.current = text
        }}
      />
      <Choice
        label={words.reason}
        options={[
          ...words.reasons.map((reason) => ({ value: reason as string, title: reason })),
          { value: own, title: uiText.reasonOwn },
        ]}
        chosen={chosen}
        onChoose={setChosen}
        tall
        error={wrong.reason ? uiText.reasonMissing : undefined}
      />
      <Maybe>
        {chosen === own && (
          <ParagraphField
            label={uiText.reasonOwnLabel}
            maxLength={200}
            onText={(reason) => {
              written.current = reason
            }}
          />
        )}
      </Maybe>
      <Maybe>{settle.failure && <Banner tone='bad'>{settle.failure}</Banner>}</Maybe>
      <Button busy={settle.busy} onPress={submit}>
        {words.action}
      </Button>
    </Sheet>
  )
}
