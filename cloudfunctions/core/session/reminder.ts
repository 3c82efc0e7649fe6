import type { Limits } from '#contract/community'
import type { Instant } from '#contract/shared/scalars'
import { hourMs } from '#contract/shared/time'
import { type Command, type Decision, owing, record } from '#core/change/aggregate'
import type { RemindEffect } from '#core/change/effect'
import { nextWake, type Session } from './session'

/** When a session's parties are reminded; what lies behind when it is planned is left out. */
export function remindersOf(
  from: Instant,
  now: Instant,
  { remindDayHours, remindSoonHours }: Pick<Limits, 'remindDayHours' | 'remindSoonHours'>,
): Instant[] {
  return [remindDayHours, remindSoonHours].map((hours) => from - hours * hourMs).filter((at) => at > now)
}

/** The effect that tells a session's parties something, once for each beginning of it. */
export const reminding = (session: Session, kind: RemindEffect['kind']): RemindEffect => ({
  effect: 'remind',
  cause: `${session._id}:${session.rev}`,
  sessionId: session._id,
  kind,
})

/** The time to remind has come; undefined while it has not. Of two that are late only the last is sent, and none after the start. */
export function decideRemind(session: Session, command: Command): Decision<Session> | undefined {
  const { state, from, remindAts } = session
  if (state !== 'open' && state !== 'drawn') return undefined
  const left = remindAts.filter((at) => at > command.at)
  if (left.length === remindAts.length) return undefined
  const next: Session = { ...record(session, command, 'reminded'), remindAts: left }
  const kind = left.length > 0 ? 'activity_tomorrow' : 'activity_soon'
  return owing(next, command, command.at < from ? [reminding(next, kind)] : [], nextWake(next))
}
