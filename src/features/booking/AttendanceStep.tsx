import { useRef, useState } from 'react'
import * as v from 'valibot'
import { type BookingDetail, bookingCheckIn } from '#contract/booking'
import { attendanceText } from '../../text/booking'
import { Banner } from '../../ui/Banner'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Place } from '../../ui/Place'
import { canScan, scan as scanSquare } from '../../ui/scan'
import { TextField } from '../../ui/TextField'
import { type Attendance, useAttendanceReport } from './attendanceReport'
import type { Course } from './bookingCourse'
import './AttendanceStep.scss'

export interface AttendanceStepProps {
  attendance: Attendance
  booking: BookingDetail
  course: Course
}

const isCode = v.is.bind(undefined, bookingCheckIn.entries.code)

/** Checks in or out with the code on the resident's screen, typed or scanned. */
export function AttendanceStep({ attendance, booking, course }: AttendanceStepProps) {
  const now = Date.now()
  const words = attendanceText[attendance]
  const { report, unsent, resend, busy, failure } = useAttendanceReport(attendance, course)
  const [early, setEarly] = useState(false)
  const [fault, setFault] = useState<string>()
  const typed = useRef('')

  function submit() {
    // a slip's digits stand in two groups
    const said = typed.current.replace(/\s/g, '')
    const fits = isCode(said)
    setFault(fits ? undefined : attendanceText.codeMissing)
    if (fits) void report(said)
  }
  async function scan() {
    const held = await scanSquare()
    if (held === undefined) return
    setFault(isCode(held) ? undefined : attendanceText.notACode)
    if (isCode(held)) await report(held)
  }

  // The phone's clock may be wrong, so it never locks anybody out: the cloud says when it is too early.
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
      <Box className='stack-tight'>
        <Place>
          {unsent && <Banner tone='plain'>{words.unsent(unsent.at, now)}</Banner>}
          {unsent && (
            <Button look='pine' busy={busy} onPress={resend}>
              {words.resend}
            </Button>
          )}
        </Place>
        <Box>{words.ask}</Box>
      </Box>
      <Box className='attendance-digits'>
        <TextField
          label={attendanceText.code}
          hint={attendanceText.slip}
          keyboard='digits'
          maxLength={9}
          error={fault}
          onEnter={submit}
          onText={(text) => {
            typed.current = text
          }}
        />
      </Box>
      <Place>{failure && !unsent && <Banner tone='bad'>{failure}</Banner>}</Place>
      <Button look={unsent ? 'quiet' : 'pine'} busy={busy} onPress={submit}>
        {words.action}
      </Button>
      {canScan && (
        <Button look='quiet' onPress={scan}>
          {words.scan}
        </Button>
      )}
    </Card>
  )
}
