import type { Limits } from '#contract/community'
import { scanCode, scanPrefix, stepAt, typedCode } from '#contract/shared/attendanceCode'
import type { Instant } from '#contract/shared/scalars'
import { minuteMs } from '#contract/shared/time'
import type { Attendance } from '#core/booking/booking'
import { isSlipCode } from '#core/booking/slip'

export interface Proof {
  at: Instant
  how: 'scan' | 'typed' | 'slip'
}

/**
 * The instant that an attendance code proves, or undefined for a wrong code. The future proves nothing.
 *
 * Six digits count within one step of `at`, the time that the phone reports, or of now if it reports none. A
 * scanned code proves its own step: `at` counts if it is within one step of that, otherwise the step's
 * beginning does. The digits of a slip prove that the volunteer was there, but not when: `at` counts (see
 * `countedEnd`).
 */
export function proveAttendance(
  code: string,
  context: {
    secret: Uint8Array
    stepSeconds: number
    now: Instant
    at?: Instant | undefined
    /** The code of the printed slip for this step; absent without a valid slip. */
    slip?: string | undefined
  },
): Proof | undefined {
  const { secret, stepSeconds, now, slip } = context
  const said = Math.min(context.at ?? now, now)
  if (isSlipCode(code)) return code === slip ? { at: said, how: 'slip' } : undefined
  const saidStep = stepAt(said, stepSeconds)
  if (!code.startsWith(scanPrefix)) {
    const fits = [saidStep - 1, saidStep, saidStep + 1].some((step) => typedCode(secret, step) === code)
    return fits ? { at: said, how: 'typed' } : undefined
  }
  const step = Number(code.split('.')[1])
  if (step > stepAt(now, stepSeconds) + 1 || scanCode(secret, step) !== code) return undefined
  const at = Math.abs(step - saidStep) <= 1 ? said : Math.min(step * stepSeconds * 1000, now)
  return { at, how: 'scan' }
}

/**
 * The latest end of a service that counts. A slip proves no time, so a service that began or ended by one
 * counts for the booked time at most; with screen codes at both ends, the proven times count.
 */
export function countedEnd(
  from: Pick<Attendance, 'at' | 'how'>,
  to: Pick<Attendance, 'at' | 'how'>,
  window: { from: Instant; to: Instant },
): Instant {
  if (from.how !== 'slip' && to.how !== 'slip') return to.at
  return Math.min(to.at, from.at + window.to - window.from)
}

/**
 * Whole minutes of service, rounded down: never negative, at most `maxServiceMinutes`, and 0 below the least
 * presence.
 */
export function serviceMinutes(
  from: Instant,
  to: Instant,
  { leastServiceMinutes, maxServiceMinutes }: Pick<Limits, 'leastServiceMinutes' | 'maxServiceMinutes'>,
): number {
  const whole = Math.floor((to - from) / minuteMs)
  return whole < leastServiceMinutes ? 0 : Math.min(Math.max(whole, 0), maxServiceMinutes)
}

/** A report of a check-in or check-out: a proof, or undefined for a wrong code. */
export interface Report {
  proof: Proof | undefined
  typed: boolean
}

/** The attendance that a valid report leaves. */
export function attendanceOf(proof: Proof, now: Instant, limits: Limits): Attendance {
  const late = now - proof.at > limits.lateFlagMinutes * minuteMs
  return { at: proof.at, reportedAt: now, how: proof.how, late }
}
