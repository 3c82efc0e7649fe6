import type { Limits } from '#contract/community'
import { scanCode, scanPrefix, stepAt, typedCode } from '#contract/shared/attendanceCode'
import type { Instant } from '#contract/shared/scalars'
import { minuteMs } from '#contract/shared/time'
import type { Attendance, CodeMisses } from '#core/booking/booking'
import { isSlipCode } from '#core/booking/slip'

export interface Proof {
  at: Instant
  how: 'scan' | 'typed' | 'slip'
}

/**
 * The instant an attendance code proves, or undefined for a wrong code.
 *
 * Six digits count within one step of `at` (the phone's word; now, when it gives none). A scan proves its own step:
 * `at` is believed within one step of it, otherwise the step's beginning is taken. The future proves nothing.
 * A slip's digits prove that somebody was there, not when: `at` is the volunteer's word (see `endedAtMost`).
 */
export function proveAttendance(
  code: string,
  context: {
    secret: Uint8Array
    stepSeconds: number
    now: Instant
    at?: Instant | undefined
    /** What the printed slip says for this step; absent without a slip that counts. */
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
 * When a service ended that began or ended by a slip: paper proves no time, so it counts at most as long as was booked.
 * With living codes at both ends, as they say.
 */
export function endedAtMost(
  from: Pick<Attendance, 'at' | 'how'>,
  to: Pick<Attendance, 'at' | 'how'>,
  window: { from: Instant; to: Instant },
): Instant {
  if (from.how !== 'slip' && to.how !== 'slip') return to.at
  return Math.min(to.at, from.at + window.to - window.from)
}

/**
 * Whole minutes of service, rounded down; never negative, never more than one check-in may count for, and none at all
 * below the least presence.
 */
export function serviceMinutes(
  from: Instant,
  to: Instant,
  { leastServiceMinutes, maxServiceMinutes }: Pick<Limits, 'leastServiceMinutes' | 'maxServiceMinutes'>,
): number {
  const whole = Math.floor((to - from) / minuteMs)
  return whole < leastServiceMinutes ? 0 : Math.min(Math.max(whole, 0), maxServiceMinutes)
}

/** What somebody reports: a proof, or undefined for a wrong code. */
export interface Report {
  proof: Proof | undefined
  typed: boolean
}

const pauseMs = (limits: Limits): number => limits.codePauseMinutes * minuteMs

/** One more wrong typed code; after a pause the count begins anew. */
export function missedAgain(misses: CodeMisses | null, now: Instant, limits: Limits): CodeMisses {
  const forgotten = misses === null || now - misses.since >= pauseMs(limits)
  return { count: forgotten ? 1 : misses.count + 1, since: now }
}

/** Too many wrong typed codes lately; scans still count, since 80 bits are not guessed. */
export function isLocked(misses: CodeMisses | null, now: Instant, typed: boolean, limits: Limits): boolean {
  return typed && misses !== null && misses.count >= limits.codeTries && now - misses.since < pauseMs(limits)
}

/** What is kept of a report that counts. */
export function attended(proof: Proof, now: Instant, limits: Limits): Attendance {
  const late = now - proof.at > limits.lateFlagMinutes * minuteMs
  return { at: proof.at, reportedAt: now, how: proof.how, late }
}
