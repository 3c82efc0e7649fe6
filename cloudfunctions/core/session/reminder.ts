import type { Limits } from '#contract/community'
import type { Instant } from '#contract/shared/scalars'
import { hourMs } from '#contract/shared/time'
import { type Command, type Decision, withEffects, withEvent } from '#core/change/aggregate'
import type { RemindEffect } from '#core/change/effect'
import { nextWake, type Session } from './session'

/** When a session's parties are reminded; reminders that would be in the past are left out. */
export function remindersOf(
  from: Instant,
  now: Instant,
  { remindDayHours, remindSoonHours }: Pick<Limits, 'remindDayHours' | 'remindSoonHours'>,
): Instant[] {
  return [remindDayHours, remindSoonHours].map((hours) => from - hours * hourMs).filter((at) => at > now)
}

/** The effect that tells a session's parties something, once for each beginning of the session. */
export const remindEffect = (session: Session, kind: RemindEffect['kind']): RemindEffect => ({
  effect: 'remind',
  cause: `${session._id}:${session.rev}`,
  sessionId: session._id,
  kind,
})

/**
 * Reminds the parties when it is time; undefined before. Of two late reminders only the last is sent, and
 * none after the session has begun.
 */
export function decideRemind(session: Session, command: Command): Decision<Session> | undefined {
  const { state, from, remindAts } = session
  if (state !== 'open' && state !== 'drawn') return undefined
  const left = remindAts.filter((at) => at > command.at)
  if (left.length === remindAts.length) return undefined
  const next: Session = { ...withEvent(session, command, 'reminded'), remindAts: left }
  const kind = left.length > 0 ? 'activity_tomorrow' : 'activity_soon'
  return withEffects(next, command, command.at < from ? [remindEffect(next, kind)] : [], nextWake(next))
}
