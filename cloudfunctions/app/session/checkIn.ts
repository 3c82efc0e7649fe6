import { type MemberContext, no, yes } from '#app/call/context'
import type { BookingCode } from '#contract/booking'
import type { sessionCheckIn, sessionOne } from '#contract/session'
import { nextStepAt, stepAt, toBase32, typedCode } from '#contract/shared/attendanceCode'
import type { Input } from '#contract/shared/operation'
import type { Answer } from '#contract/shared/refusal'
import { hourMs } from '#contract/shared/time'
import { isLocked, proveAttendance, withMiss } from '#core/attendance/attendance'
import { doorFault, doorOpensAt } from '#core/session/door'
import { sessions } from '#store/collections'
import { putMisses } from '#store/writes/door'
import { doorOf, firstHeard, writeMark } from './door'
import { sessionSecret } from './sessionSecret'

/** The code on the coordinator's screen. From `secret` the phone makes the next codes without a network. */
export async function sessionCode(
  { command, community, settings }: MemberContext,
  { sessionId }: Input<typeof sessionOne>,
): Promise<Answer<BookingCode>> {
  if (!(await sessions.get(sessionId))) return no('not_found')
  const { codeStepSeconds: stepSeconds } = community.limits
  const secret = sessionSecret(settings, sessionId)
  return yes({
    code: typedCode(secret, stepAt(command.at, stepSeconds)),
    validUntil: nextStepAt(command.at, stepSeconds),
    secret: toBase32(secret),
    stepSeconds,
  })
}

/** Marks the caller's whole party as present. The code on the coordinator's screen proves it. */
export async function checkIn(
  { member, command, community, settings, change: changed }: MemberContext,
  { sessionId, code: said, at }: Input<typeof sessionCheckIn>,
): Promise<Answer<{ state: 'present' }>> {
  const { limits } = community
  const session = await sessions.get(sessionId)
  if (!session) return no('not_found')
  const party = session.roster[member._id]
  if (!party) return no('not_signed_up')
  const fault = doorFault(session, command.at, limits)
  if (fault) return no(fault)
  if (party.state !== 'confirmed') return no('no_place')
  const door = await doorOf(session, limits)
  if (door.marks[member._id]?.present) return yes({ state: 'present' })
  const typed = said.length === 6
  const misses = door.misses[member._id] ?? null
  if (isLocked(misses, command.at, typed, limits)) return no('code_locked')
  const proof = proveAttendance(said, {
    secret: sessionSecret(settings, sessionId),
    stepSeconds: limits.codeStepSeconds,
    now: command.at,
    at: at ?? (await firstHeard(command)),
  })
  if (!proof || proof.how === 'slip') {
    if (!typed) return no('code_wrong')
    const counted = withMiss(misses, command.at, limits)
    const noted = await putMisses(sessionId, member._id, misses, counted)
    // of several wrong codes at once one is counted; the others are told to try again
    return no(noted ? 'code_wrong' : 'conflict')
  }
  if (proof.at < doorOpensAt(session, limits)) return no('too_early')
  if (proof.at >= session.to) return no('session_over')
  if (command.at - proof.at > limits.lateReportHours * hourMs) return no('too_late')
  const mark = { present: true, at: proof.at, reportedAt: command.at, how: proof.how, byId: member._id }
  const stands = await writeMark(session, command, member._id, mark, changed)
  // a later mark of the coordinator's may say otherwise
  return stands?.present ? yes({ state: 'present' }) : no('conflict')
}
