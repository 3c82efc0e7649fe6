import { type KeptReport, saySent, useKeptReport } from '#cloud/kept/useKeptReport'
import type { BookingMinutes } from '#contract/booking'
import { type BookingCourse, useBookingStep } from '#features/booking/detail/bookingCourse'
import { attendanceText } from '#text/booking/attendance'

/** What the volunteer reports: arriving or leaving. */
export type AttendanceKind = 'checkIn' | 'checkOut'

interface AttendanceReport extends KeptReport {
  busy: boolean
  failure: string | undefined
}

export const ops = { checkIn: 'booking.checkIn', checkOut: 'booking.checkOut' } as const

/** Reports a check-in or check-out of a booking. Without a network the phone keeps the report. */
export function useAttendanceReport(attendance: AttendanceKind, course: BookingCourse): AttendanceReport {
  const { bookingId } = course
  const { take, busy, failure } = useBookingStep(ops[attendance], course)
  const done = ({ minutes, noted }: Pick<BookingMinutes, 'minutes' | 'noted'>) =>
    noted ? attendanceText.noted : attendanceText[attendance].done(minutes)
  const kept = useKeptReport({
    keptUnder: reportKeptUnder(attendance, bookingId),
    op: ops[attendance],
    about: { bookingId },
    send: (report) => take({ bookingId, ...report }, done),
    onSent: saySent(course, done),
  })
  return { ...kept, busy, failure }
}

export const reportKeptUnder = (attendance: AttendanceKind, bookingId: string) => `${attendance}:${bookingId}`
