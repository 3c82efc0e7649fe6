import { type Context, type MemberContext, no, yes } from '#app/call/context'
import { tries } from '#app/change/change'
import type { BookingCode } from '#contract/booking'
import type { SessionCheckedIn, sessionCheckIn, sessionDoor } from '#contract/session'
import { nextStepAt, stepAt, toBase32, typedCode } from '#contract/shared/attendanceCode'
import type { Input } from '#contract/shared/operation'
import type { Answer } from '#contract/shared/refusal'
import { hourMs } from '#contract/shared/time'
import { proveAttendance } from '#core/attendance/attendance'
import { isLocked } from '#core/attendance/wrongCodes'
import type { Command } from '#core/change/aggregate'
import {
  type DoorList,
  type DoorProof,
  decideProvedAt,
  doorFault,
  doorOpensAt,
  type Mark,
  type RunsSession,
  runsSessionOf,
} from '#core/session/door'
import { activities, doors } from '#store/collections'
import { putFirstMark } from '#store/writes/door'
import { countMiss } from './codeTries'
import { doorOf, firstHeard, writeMark } from './door'
import { type AtDoor, atDoor, ranWith, seenWith } from './seen'
import { sessionSecret } from './sessionSecret'

/** The code on the screen of whoever runs the session. From `secret` the phone makes the next codes without a network. */
export async function sessionCode(
  context: Context,
  { sessionId, lessonId }: Input<typeof sessionDoor>,
): Promise<Answer<BookingCode>> {
  const { command, community, settings } = context
  const session = await ranWith(context, sessionId, [])
  const here = session && atDoor(session, lessonId, command.at)
  if (!here) return no('not_found')
  const { codeStepSeconds: stepSeconds } = community.limits
  const secret = sessionSecret(settings, here._id)
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
  const seen = await seenWith(input.sessionId, member._id)
  // without a network the code may be reported when another lesson is on
  const session = seen && atDoor(seen, input.lessonId, Math.min(input.at ?? command.at, command.at))
  if (!session) return no('not_found')
  const party = session.roster[member._id]
  if (!party) return no('not_signed_up')
  const fault = doorFault(session, command.at, community.limits)
  if (fault) return no(fault)
  if (party.state !== 'confirmed') return no('no_place')
  if (await isFirstMark(context, session, input)) return yes({ state: 'present' })
  for (let attempt = 0; attempt < tries; attempt++) {
    const door = await doorOf(session, community.limits)
    if (door.marks[member._id]?.present) return yes({ state: 'present' })
    const answer = await tryCode(context, session, door, input)
    if (answer) return answer
  }
  return no('conflict')
}

/** Whether the code is right and is the first that is heard of the party: then the door list need not be read. */
async function isFirstMark(context: MemberContext, session: AtDoor, input: Checking): Promise<boolean> {
  const { member, command } = context
  const proof = proofOf(context, session, input, input.at ?? command.at)
  if (!proof || timeFault(context, session, proof)) return false
  return putFirstMark(session._id, member._id, markBy(context, proof), untimed(command, input))
}

const proofOf = (
  { command, community, settings }: MemberContext,
  { _id }: AtDoor,
  { code }: Checking,
  at: number,
): CodeProof | undefined => {
  const proof = proveAttendance(code, {
    secret: sessionSecret(settings, _id),
    stepSeconds: community.limits.codeStepSeconds,
    now: command.at,
    at,
  })
  return proof && proof.how !== 'slip' ? { at: proof.at, how: proof.how } : undefined
}
type CodeProof = Pick<Mark, 'at'> & { how: 'scan' | 'typed' }

const markBy = ({ member, command }: MemberContext, { at, how }: CodeProof): Mark => ({
  present: true,
  at,
  reportedAt: command.at,
  how,
  byId: member._id,
})

/** A command that states no time and may come again. */
const untimed = (command: Command, { at }: Checking): Command | undefined =>
  at === undefined && command.mayComeAgain ? command : undefined

/** Why a proof of this time counts for nothing. */
function timeFault(
  { command, community: { limits } }: MemberContext,
  session: AtDoor,
  proof: CodeProof,
): 'too_early' | 'session_over' | 'too_late' | undefined {
  if (proof.at < doorOpensAt(session, limits)) return 'too_early'
  if (proof.at >= session.to) return 'session_over'
  return command.at - proof.at > limits.lateReportHours * hourMs ? 'too_late' : undefined
}

/**
 * Tries a code on the door list as it was read. Undefined where other codes of the caller were tried
 * meanwhile.
 */
async function tryCode(
  context: MemberContext,
  session: AtDoor,
  door: DoorList,
  input: Checking,
): Promise<CheckedIn | undefined> {
  const { member, command, community } = context
  const typed = input.code.length === 6
  const misses = door.misses[member._id]
  if (isLocked(misses, command.at, typed, community.limits)) return no('code_locked')
  const heard = input.at ?? (await firstHeard(door, command))
  if (heard === 'conflict') return no('conflict')
  const proof = proofOf(context, session, input, heard)
  if (!proof) {
    const counted = !typed || (await countMiss(context, door, () => runsOf(session)))
    return counted ? no('code_wrong') : undefined
  }
  const fault = timeFault(context, session, proof)
  if (fault) return no(fault)
  const mark = markBy(context, proof)
  const stands = await writeMark(session, command, member._id, mark, context.change, { misses })
  if (!stands) return undefined
  return stands.present ? yes({ state: 'present' }) : noteProof(context, session, mark)
}

/** The coordinator has said later that the party was not there: they are told of the code. */
async function noteProof(
  { member, command, change }: MemberContext,
  session: AtDoor,
  proof: DoorProof,
): Promise<CheckedIn> {
  const runner = await runsOf(session)
  const proved = await change(doors, session._id, command, (door) =>
    decideProvedAt(door, command, member, proof, runner),
  )
  return proved.refusal ?? yes({ state: 'absent', noted: true })
}

const runsOf = async ({ activityId }: AtDoor): Promise<RunsSession> =>
  runsSessionOf(await activities.get(activityId))
