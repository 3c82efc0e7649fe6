import { discard, keep, kept } from '#cloud/kept/kept'
import type { BookingDetail } from '#contract/booking'
import type { AttendanceKind } from './attendanceReport'

/** What a volunteer needs to report without a network. It holds no door, no telephone number and no name. */
export interface KeptClaim {
  kindTitle: string
  window: BookingDetail['window']
  next: AttendanceKind
}

const keptUnder = (bookingId: string) => `claim:${bookingId}`

export const keptClaim = (bookingId: string) => kept<KeptClaim>(keptUnder(bookingId))

/** Keeps what the volunteer's next report needs, or removes it when nothing is left to report. */
export function keepClaim({ bookingId, steps, kindTitle, window }: BookingDetail): void {
  const next = steps.find((step): step is AttendanceKind => step === 'checkIn' || step === 'checkOut')
  if (next) keep(keptUnder(bookingId), { kindTitle, window, next } satisfies KeptClaim)
  else discard(keptUnder(bookingId))
}
