import { type KeptReport, saySent, useKeptReport } from '#cloud/kept/useKeptReport'
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
  const { done } = attendanceText[attendance]
  const kept = useKeptReport({
    keptUnder: reportKeptUnder(attendance, bookingId),
    op: ops[attendance],
    about: { bookingId },
    send: (report) => take({ bookingId, ...report }, ({ minutes }) => done(minutes)),
    onSent: saySent<{ minutes?: number }>(course, ({ minutes }) => done(minutes)),
  })
  return { ...kept, busy, failure }
}

export const reportKeptUnder = (attendance: AttendanceKind, bookingId: string) => `${attendance}:${bookingId}`
