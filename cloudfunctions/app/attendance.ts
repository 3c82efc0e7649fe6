import { nextStepAt, stepAt, toBase32, typedCode } from '#contract/attendanceCode'
import type { BookingCode } from '#contract/booking'
import type { InputOf } from '#contract/operations'
import type { Answer } from '#contract/refusal'
import { shifts } from '#store/collections'
import { type MemberContext, no, yes } from './context'
import type { Settings } from './settings'

/**
 * The attendance secret of a session: derived, never stored. One for its residents and its volunteers alike, so that
 * the coordinator shows one code at the door; what it counts for is said by the operation it is sent with.
 */
export const sessionSecret = ({ sealing }: Settings, sessionId: string): Buffer =>
  sealing.derive(`attendance:session:${sessionId}`)

/** What the coordinator's screen shows; the phone goes on without a network from `secret`. */
export async function code(
  { command, community, settings }: MemberContext,
  { sessionId }: InputOf<'session.code'>,
): Promise<Answer<BookingCode>> {
  const [shift] = await shifts.find({ sessionId }, ['_id', 1], 1)
  if (!shift) return no('not_found')
  const { codeStepSeconds: stepSeconds } = community.limits
  const secret = sessionSecret(settings, sessionId)
  return yes({
    code: typedCode(secret, stepAt(command.at, stepSeconds)),
    validUntil: nextStepAt(command.at, stepSeconds),
    secret: toBase32(secret),
    stepSeconds,
  })
}
