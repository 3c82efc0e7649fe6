import { scanCode, scanPrefix, stepAt, typedCode } from '#contract/attendanceCode'
import type { Instant } from '#contract/scalars'

export interface Proof {
  at: Instant
  how: 'scan' | 'typed'
}

/**
 * The instant an attendance code proves, or undefined for a wrong code.
 *
 * Six digits count within one step of `at` (the phone's word; now, when it gives none). A scan proves its own step:
 * `at` is believed within one step of it, otherwise the step's beginning is taken. The future proves nothing.
 */
export function proveAttendance(
  code: string,
  context: { secret: Uint8Array; stepSeconds: number; now: Instant; at?: Instant | undefined },
): Proof | undefined {
  const { secret, stepSeconds, now } = context
  const said = Math.min(context.at ?? now, now)
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

/** Whole minutes of service, rounded down; never negative, never more than one check-in may count for. */
export function serviceMinutes(from: Instant, to: Instant, maxMinutes: number): number {
  return Math.min(Math.max(Math.floor((to - from) / 60_000), 0), maxMinutes)
}
