import { useState } from 'react'
import type { Instant } from '#contract/scalars'
import { discard, keep, kept } from '../../cloud/kept'
import { attendanceText } from '../../text/booking'
import { type Course, useBookingStep } from './bookingCourse'

/** Arriving or leaving, as the volunteer reports it. */
export type Attendance = 'checkIn' | 'checkOut'

/** A report that no network took: the code proves when it was, so it can be sent later. */
export interface UnsentReport {
  code: string
  at: Instant
}

export interface AttendanceReport {
  /** Reports a typed or scanned code. */
  report: (code: string) => Promise<void>
  /** What is still to be sent, kept on the phone. */
  unsent: UnsentReport | undefined
  /** Sends it, with the time it was made. */
  resend: () => Promise<void>
  busy: boolean
  failure: string | undefined
}

const ops = { checkIn: 'booking.checkIn', checkOut: 'booking.checkOut' } as const

/** A code read this long ago still counts by the cloud's own clock. */
const freshMs = 60_000

/**
 * Reports a check-in or check-out. The cloud's own clock dates a report that reaches it soon, so a phone that is
 * wrong by an hour does no harm; one that did not get through is kept, and later sent with the phone's time.
 */
export function useAttendanceReport(attendance: Attendance, course: Course): AttendanceReport {
  const { bookingId } = course
  const place = `${attendance}:${bookingId}`
  const [unsent, setUnsent] = useState(() => kept<UnsentReport>(place))
  const step = useBookingStep(ops[attendance], course)
  const words = attendanceText[attendance]

  async function send(made: UnsentReport) {
    const { code, at } = made
    const late = Date.now() - at > freshMs
    const outcome = await step.take({ bookingId, code, ...(late && { at }) }, ({ minutes }) =>
      words.done(minutes),
    )
    if (!outcome) return
    if (!outcome.ok && outcome.code === 'unreachable') {
      keep(place, made)
      setUnsent(made)
    } else {
      discard(place)
      setUnsent(undefined)
    }
  }

  return {
    report: (code) => send(unsent?.code === code ? unsent : { code, at: Date.now() }),
    unsent,
    resend: async () => {
      if (unsent) await send(unsent)
    },
    busy: step.busy,
    failure: step.failure,
  }
}
