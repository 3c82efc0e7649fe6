import type { Instant, MemberId } from '#contract/shared/scalars'
import { dayMs } from '#contract/shared/time'
import { dayOf, instantOf } from '#contract/shared/wallClock'
import { type Command, type Decision, withEffects, withEvent } from '#core/change/aggregate'
import type { TellSessionEffect } from '#core/change/effect'
import { holdsPlace, isLive, nextWake, type Session, type Telling } from './session'

/** The members whose parties have a place or an offer; with `alsoWaiting` also those that wait or stand in the draw. */
export const meantBy = ({ roster }: Pick<Session, 'roster'>, alsoWaiting: boolean): MemberId[] =>
  Object.keys(roster).filter((memberId) => {
    const party = roster[memberId]
    return party !== undefined && (alsoWaiting ? isLive(party) : holdsPlace(party))
  })

/** When something may be said to a session's parties next: at once, or with the day after the last time. */
export function nextTellingAt(
  { tellings = [] }: Pick<Session, 'tellings'>,
  now: Instant,
): Instant | undefined {
  const last = tellings.at(-1)
  if (last === undefined || dayOf(last.at) < dayOf(now)) return undefined
  return (instantOf(dayOf(last.at), '00:00') ?? last.at) + dayMs
}

/**
 * A coordinator says something to whoever comes, once on one day of one session, so that people go on reading. Times
 * and places are edited, which tells by itself and whenever it is needed.
 */
export function decideTelling(
  session: Session,
  command: Command,
  { _id: whoId, name: who }: { _id: MemberId; name: string },
  { words, alsoWaiting }: Pick<Telling, 'words' | 'alsoWaiting'>,
): Decision<Session> {
  if (session.state === 'cancelled') return { refusal: 'session_cancelled' }
  if (session.state === 'finished' || session.to <= command.at) return { refusal: 'session_over' }
  if (nextTellingAt(session, command.at) !== undefined) return { refusal: 'told_today' }
  const told = meantBy(session, alsoWaiting).length
  if (told === 0) return { refusal: 'nobody_to_tell' }
  const said: Telling = { at: command.at, who, whoId, words, alsoWaiting, told }
  const next: Session = {
    ...withEvent(session, command, 'told'),
    tellings: [...(session.tellings ?? []), said],
  }
  const { _id: sessionId, activityId, title, from: windowFrom } = next
  const effect: TellSessionEffect = {
    effect: 'tellSession',
    cause: `${sessionId}:${next.rev}`,
    sessionId,
    alsoWaiting,
    ...{ activityId, title, windowFrom, who, whoId, note: words },
  }
  return withEffects(next, command, [effect], nextWake(next))
}
