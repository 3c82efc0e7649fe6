import { scanCode, stepAt, typedCode } from '#contract/shared/attendanceCode'
import { defaultLimits } from '#contract/shared/defaultLimits'
import type { Instant } from '#contract/shared/scalars'
import { proveAttendance, type Report } from '#core/attendance/attendance'
import { newShift, type Shift } from '#core/shift/shift'
import {
  decideShiftCheckIn,
  decideShiftCheckOut,
  decideShiftSignUp,
  newShiftPlace,
  type ShiftPlace,
} from '#core/shift/shiftPlace'
import { commandAt, yes } from './commands'
import { hourMs, mondayNine } from './time'

export const limits = defaultLimits
/** The secret from which the coordinator's screen derives its codes. */
export const sessionSecret = Buffer.alloc(20, 7)

/** A shift for two volunteers on Monday, nine to eleven. */
export function aShift(more: Partial<Shift> = {}): Shift {
  return {
    ...newShift({
      shiftId: 'sh_1',
      communityId: 'tubengkan',
      activityId: 'a_1',
      sessionId: 's_1',
      coordinatorId: 'm_sun',
      teamId: 'womens_home',
      title: '元宵节猜灯谜',
      name: '签到引导',
      from: mondayNine,
      to: mondayNine + 2 * hourMs,
      capacity: 2,
    }),
    ...more,
  }
}

const zhao = { _id: 'm_zhao', name: '赵师傅' }

/** A report that the code on the screen at `at` proves. */
export function reportAt(at: Instant, { now = at, how = 'typed' as 'typed' | 'scan' } = {}): Report {
  const step = stepAt(at, limits.codeStepSeconds)
  const code = how === 'typed' ? typedCode(sessionSecret, step) : scanCode(sessionSecret, step)
  return reportOf(code, now, at)
}

export function reportOf(code: string, now: Instant, at?: Instant): Report {
  const context = { secret: sessionSecret, stepSeconds: limits.codeStepSeconds, now, at }
  return { proof: proveAttendance(code, context), typed: code.length === 6 }
}

/** A shift place, signed up on the evening before. */
export function signedUp(shift: Shift = aShift()): ShiftPlace {
  return yes(
    decideShiftSignUp(
      newShiftPlace(shift, zhao),
      shift,
      commandAt(mondayNine - 12 * hourMs, 'sign up', zhao.name),
      limits,
    ),
  )
}
export const servingSince = (at: Instant = mondayNine): ShiftPlace =>
  yes(decideShiftCheckIn(signedUp(), commandAt(at, 'check in'), reportAt(at), limits))
export const servedUntil = (at: Instant = mondayNine + 2 * hourMs): ShiftPlace =>
  yes(decideShiftCheckOut(servingSince(), commandAt(at, 'check out'), reportAt(at), limits))
