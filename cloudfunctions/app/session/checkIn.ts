import { type MemberContext, no, yes } from '#app/call/context'
import { tries } from '#app/change/change'
import type { BookingCode } from '#contract/booking'
import type { SessionCheckedIn, sessionCheckIn, sessionOne } from '#contract/session'
import { nextStepAt, stepAt, toBase32, typedCode } from '#contract/shared/attendanceCode'
import type { Input } from '#contract/shared/operation'
import type { Answer } from '#contract/shared/refusal'
import { hourMs } from '#contract/shared/time'
import { proveAttendance } from '#core/attendance/attendance'
import { isLocked } from '#core/attendance/wrongCodes'
import {
  type DoorList,
  type DoorProof,
  decideProvedAt,
  doorFault,
  doorOpensAt,
  type Mark,
  type RunsSession,
} from '#core/session/door'
import type { Session } from '#core/session/session'
import { activities, doors, sessions } from '#store/collections'
import { countMiss } from './codeTries'
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

type Checking = Input<typeof sessionCheckIn>
type CheckedIn = Answer<SessionCheckedIn>

/** Marks the caller's whole party as present. The code on the coordinator's screen proves it. */
export async function checkIn(context: MemberContext, input: Checking): Promise<CheckedIn> {
  const { member, command, community } = context
  const session = await sessions.get(input.sessionId)
  if (!session) return no('not_found')
  const party = session.roster[member._id]
  if (!party) return no('not_signed_up')
  const fault = doorFault(session, command.at, community.limits)
  if (fault) return no(fault)
  if (party.state !== 'confirmed') return no('no_place')
  for (let attempt = 0; attempt < tries; attempt++) {
    const door = await doorOf(session, community.limits)
    if (door.marks[member._id]?.present) return yes({ state: 'present' })
    const answer = await tryCode(context, session, door, input)
    if (answer) return answer
  }
  return no('conflict')
}

/**
 * Tries a code on the door list as it was read. Undefined where other codes of the caller were tried
 * meanwhile.
 */
async function tryCode(
  context: MemberContext,
  session: Session,
  door: DoorList,
  { code: said, at }: Checking,
): Promise<CheckedIn | undefined> {
  const { member, command, community, settings } = context
  const { limits } = community
  const typed = said.length === 6
  const misses = door.misses[member._id]
  if (isLocked(misses, command.at, typed, limits)) return no('code_locked')
  const proof = proveAttendance(said, {
    secret: sessionSecret(settings, session._id),
    stepSeconds: limits.codeStepSeconds,
    now: command.at,
    at: at ?? (await firstHeard(command)),
  })
  if (!proof || proof.how === 'slip') {
    const counted = !typed || (await countMiss(context, door, () => runsOf(session)))
    return counted ? no('code_wrong') : undefined
  }
  if (proof.at < doorOpensAt(session, limits)) return no('too_early')
  if (proof.at >= session.to) return no('session_over')
  if (command.at - proof.at > limits.lateReportHours * hourMs) return no('too_late')
  const mark: Mark = { present: true, at: proof.at, reportedAt: command.at, how: proof.how, byId: member._id }
  const stands = await writeMark(session, command, member._id, mark, context.change, { misses })
  if (!stands) return undefined
  return stands.present ? yes({ state: 'present' }) : noteProof(context, session, mark)
}

/** The coordinator has said later that the party was not there: they are told of the code. */
async function noteProof(
  { member, command, change }: MemberContext,
  session: Session,
  proof: DoorProof,
): Promise<CheckedIn> {
  const { coordinatorId } = await runsOf(session)
  const proved = await change(doors, session._id, command, (door) =>
    decideProvedAt(door, command, member, proof, coordinatorId),
  )
  return proved.refusal ?? yes({ state: 'absent', noted: true })
}

const runsOf = async ({ activityId }: Session): Promise<RunsSession> => ({
  coordinatorId: (await activities.get(activityId))?.coordinatorId,
})
