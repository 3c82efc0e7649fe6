import { scanCode, stepAt, typedCode } from '#contract/shared/attendanceCode'
import { defaultLimits } from '#contract/shared/defaultLimits'
import type { Instant } from '#contract/shared/scalars'
import { proveAttendance, type Report } from '#core/attendance/attendance'
import type { Booking } from '#core/booking/booking'
import { decideCheckIn, decideCheckOut, decideClaim, type Volunteer } from '#core/booking/decide'
import { commandAt, yes } from './commands'
import { hourMs, mondayNine } from './time'

export const limits = defaultLimits

export const li = volunteer('m_li', '李师傅')
export const zhao = volunteer('m_zhao', '赵师傅')
export const today = '2026-11-23'

export function volunteer(memberId: string, name: string, more: Partial<Volunteer> = {}): Volunteer {
  return { memberId, name, teamIds: ['repair'], licences: [], ...more }
}

/** An open booking for Monday, nine to ten, requested the evening before. */
export function openBooking(more: Partial<Booking> = {}): Booking {
  const windowTo = more.windowTo ?? mondayNine + hourMs
  const createdAt = mondayNine - 12 * hourMs
  return {
    _id: 'b_1',
    communityId: 'tubengkan',
    rev: 1,
    events: [{ at: createdAt, event: 'requested', command: 'request', fingerprint: 'request' }],
    pending: [],
    wakesAt: windowTo,
    dueAt: windowTo,
    state: 'open',
    service: 'repair',
    serviceTitle: '上门维修',
    kind: 'plumbing',
    kindTitle: '水管漏水',
    teamId: 'repair',
    needsLicence: null,
    minAge: 14,
    requesterId: 'm_wang',
    requesterName: '王奶奶',
    dependentId: null,
    forName: null,
    estateId: 'huochai',
    gridId: 'grid1',
    windowFrom: mondayNine,
    windowTo,
    place: 'home',
    description: '厨房水龙头漏水',
    textChecked: true,
    risks: '无',
    contact: 'sealed',
    createdAt,
    claimerId: null,
    claimerName: null,
    claims: 0,
    checkedIn: null,
    checkedOut: null,
    minutes: null,
    stars: null,
    comment: null,
    ...more,
  }
}

/** Claimed by `who` two hours before the window. */
export function claimedBooking(more: Partial<Booking> = {}, who: Volunteer = li): Booking {
  const at = mondayNine - 2 * hourMs
  return yes(decideClaim(openBooking(more), commandAt(at, 'claim', who.name), who, today, limits))
}

/** Checked in at `at` by the claimer. */
export function inService(at: Instant = mondayNine, more: Partial<Booking> = {}): Booking {
  return yes(decideCheckIn(claimedBooking(more), commandAt(at, 'check in'), li.memberId, shown(at), limits))
}

/** Checked in at nine and out at `at`. */
export function doneBooking(at: Instant = mondayNine + hourMs, more: Partial<Booking> = {}): Booking {
  return yes(
    decideCheckOut(inService(mondayNine, more), commandAt(at, 'check out'), li.memberId, shown(at), limits),
  )
}

/** A valid code that was scanned at once. */
export const shown = (at: Instant): Report => ({ proof: { at, how: 'scan' }, typed: false })
/** A wrong code that was typed. */
export const mistyped: Report = { proof: undefined, typed: true }

/** The secret of a booking's present claim. */
export const secretOf = (booking: Pick<Booking, '_id' | 'claims'>): Uint8Array =>
  Buffer.from(`${booking._id}:${booking.claims}`.padEnd(20, '.'))

/** The code on the resident's screen at an instant. */
export function screenAt(
  at: Instant,
  secret: Uint8Array,
  stepSeconds = limits.codeStepSeconds,
): { typed: string; scan: string; step: number } {
  const step = stepAt(at, stepSeconds)
  return { step, typed: typedCode(secret, step), scan: scanCode(secret, step) }
}

/** The report that the cloud makes of a code and of the time that the phone gives. */
export function reportOf(code: string, secret: Uint8Array, now: Instant, at?: Instant): Report {
  return {
    proof: proveAttendance(code, { secret, stepSeconds: limits.codeStepSeconds, now, at }),
    typed: code.length === 6,
  }
}
