import { useRef, useState } from 'react'
import type { BookingDetail } from '#contract/booking'
import { bookingStepText } from '#text/booking/booking'
import { Button } from '#ui/button/Button'
import { Stars } from '#ui/choice/Stars'
import { ParagraphField } from '#ui/field/TextField'
import { Banner } from '#ui/page/Banner'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Maybe } from '#ui/show/Maybe'
import { type Course, useBookingStep } from './bookingCourse'

const words = bookingStepText.confirm

/** The requester's word on what was done: stars, and a sentence if they like. */
export function ConfirmStep({ booking, course }: { booking: BookingDetail; course: Course }) {
  const [stars, setStars] = useState<number>()
  const [missing, setMissing] = useState(false)
  const comment = useRef('')
  const { bookingId, confirmsItselfAt } = booking
  const confirm = useBookingStep('booking.confirm', course)

  function submit() {
    setMissing(stars === undefined)
    if (stars === undefined) return
    const said = comment.current.trim()
    void confirm.take({ bookingId, stars, ...(said && { comment: said }) }, ({ state, minutes }) =>
      state === 'done' ? words.waits : words.done(minutes),
    )
  }

  return (
    <Card title={words.title} edge='cinnabar'>
      {confirmsItselfAt !== undefined && <Box>{words.silence(confirmsItselfAt, Date.now())}</Box>}
      <Stars label={words.stars} chosen={stars} onChoose={setStars} />
      <Maybe>
        {missing && stars === undefined && (
          <Box className='field-error' role='alert'>
            {words.starsMissing}
          </Box>
        )}
      </Maybe>
      <ParagraphField
        label={words.comment}
        optional
        maxLength={300}
        onText={(text) => {
          comment.current = text
        }}
      />
      <Maybe>{confirm.failure && <Banner tone='bad'>{confirm.failure}</Banner>}</Maybe>
      <Button busy={confirm.busy} onPress={submit}>
        {words.action}
      </Button>
    </Card>
  )
}
