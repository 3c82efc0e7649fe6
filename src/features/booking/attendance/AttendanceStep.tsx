import { useState } from 'react'
import * as v from 'valibot'
import { useNow } from '#clock'
import { type BookingDetail, bookingCheckIn } from '#contract/booking'
import type { BookingCourse } from '#features/booking/detail/bookingCourse'
import { attendanceText } from '#text/booking/attendance'
import { Button } from '#ui/button/Button'
import { CodeEntry } from '#ui/field/CodeEntry'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { type AttendanceKind, useAttendanceReport } from './attendanceReport'

export interface AttendanceStepProps {
  attendance: AttendanceKind
  booking: BookingDetail
  course: BookingCourse
}

export const isCode = v.is.bind(undefined, bookingCheckIn.entries.code)
const { code: label, codeMissing: missing, slip: hint, notACode } = attendanceText
/** The longest way to write a slip's code: eight digits with a space between any two. */
export const slipLength = 15

/** Checks a volunteer in or out with the code on the resident's screen, typed or scanned. */
export function AttendanceStep({ attendance, booking, course }: AttendanceStepProps) {
  const now = useNow()
  const words = attendanceText[attendance]
  const report = useAttendanceReport(attendance, course)
  const [early, setEarly] = useState(false)

  // The phone's clock may be wrong, so a person may go on. The cloud decides whether it is too early.
  if (attendance === 'checkIn' && now < booking.checkInOpensAt && !early) {
    return (
      <Card title={words.title} edge='pine'>
        <Box>{attendanceText.opensAt(booking.checkInOpensAt, now)}</Box>
        <Button look='quiet' onPress={() => setEarly(true)}>
          {attendanceText.openEarly}
        </Button>
      </Card>
    )
  }
  return (
    <Card title={words.title} edge='pine'>
      <CodeEntry
        {...report}
        words={{ ...words, label, hint, missing, notACode }}
        isCode={isCode}
        maxLength={slipLength}
      />
    </Card>
  )
}
