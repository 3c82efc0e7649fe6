import type { Limits } from '#contract/community'
import { drawLots } from '#contract/shared/draw'
import type { Instant, MemberId } from '#contract/shared/scalars'
import { type Command, type Decision, withEffects, withEvent } from '#core/change/aggregate'
import type { Effect, NoticeEffect, SignupsEffect } from '#core/change/effect'
import { ticketsOf } from './draw'
import { remindEffect } from './reminder'
import {
  audienceFields,
  endedAs,
  holdsPlace,
  isLive,
  latestOfferEnd,
  nextInLine,
  nextWake,
  offerEndsAt,
  type Party,
  partyMaxOf,
  type Session,
  type SessionEdit,
} from './session'

export type OfferLimits = Pick<Limits, 'offerHours' | 'offerEndsHours'>

/** Tells one party what became of it; once for each instant at which its state changed. */
export function tellParty(
  session: Pick<Session, '_id' | 'activityId' | 'title' | 'from'>,
  to: MemberId,
  kind: NoticeEffect['kind'],
  at: Instant,
  until?: Instant,
): NoticeEffect {
  const { _id, activityId, title, from } = session
  return {
    effect: 'notice',
    noticeId: `${_id}:${to}:${kind}:${at}`,
    to,
    kind,
    activityId,
    title,
    windowFrom: from,
    ...(until === undefined ? {} : { until }),
  }
}

/** The effect that ends the sign-ups of these members in their lists, as far as the roster says so by then. */
export const signupsEffect = (
  session: Pick<Session, '_id'>,
  cause: string,
  memberIds: MemberId[],
): SignupsEffect => ({
  effect: 'signups',
  cause,
  sessionId: session._id,
  memberIds,
})

const withParty = (session: Session, memberId: MemberId, party: Party): Session => ({
  ...session,
  roster: { ...session.roster, [memberId]: party },
})

/** Offers free places to the waiting line, as long as a party fits and has time to answer. */
export function withOffers(
  session: Session,
  now: Instant,
  limits: OfferLimits,
): { next: Session; effects: Effect[] } {
  const until = offerEndsAt(session, now, limits)
  const effects: Effect[] = []
  let next = session
  for (;;) {
    const memberId = until === undefined ? undefined : nextInLine(next)
    const party = memberId === undefined ? undefined : next.roster[memberId]
    if (until === undefined || memberId === undefined || !party) return { next, effects }
    next = {
      ...withParty(next, memberId, { ...party, state: 'offered', offerUntil: until }),
      free: next.free - party.size,
      waiting: next.waiting - 1,
      line: next.line.filter((other) => other !== memberId),
    }
    effects.push(tellParty(next, memberId, 'place_offered', now, until))
  }
}

/** How many places are held. */
export const heldPlaces = (session: Pick<Session, 'capacity' | 'free'>): number =>
  session.capacity - session.free

/**
 * The session follows an edited plan. Added places are offered to the waiting line at once; an edit never
 * takes held places away. The activity tells people of the change.
 */
export function decideSessionEdit(
  session: Session,
  command: Command,
  edit: SessionEdit,
  limits: OfferLimits,
): Decision<Session> {
  if (session.state === 'cancelled') return { refusal: 'session_cancelled' }
  if (session.state === 'finished') return { refusal: 'session_over' }
  if (edit.capacity < heldPlaces(session)) return { refusal: 'capacity_taken' }
  if (edit.rule !== session.rule && Object.values(session.roster).some(isLive))
    return { refusal: 'rule_fixed' }
  const changed: Session = {
    ...session,
    ...edit,
    ...audienceFields(edit.audience, edit.from),
    remindAts: isMoved(session, edit) ? (edit.remindAts ?? []) : session.remindAts,
    partyMax: partyMaxOf(edit),
    free: edit.capacity - heldPlaces(session),
  }
  if (same(changed, session)) return { next: session }
  const moved = isMoved(session, edit) ? withOffersMoved(changed, command.at, limits) : changed
  const recorded = withEvent(moved, command, 'edited')
  const { next, effects } = withOffers(recorded, command.at, limits)
  return withEffects(next, command, effects, nextWake(next))
}

/** Whether it begins at another time, or its lessons are others. */
const isMoved = (session: Session, edit: SessionEdit): boolean =>
  edit.from !== session.from || JSON.stringify(edit.course ?? null) !== JSON.stringify(session.course ?? null)

const same = (a: Session, b: Session): boolean => JSON.stringify(a) === JSON.stringify({ ...a, ...b })

/**
 * Moves the ends of open offers before an earlier start, though no offer becomes shorter than the shortest
 * one.
 */
function withOffersMoved(session: Session, now: Instant, limits: OfferLimits): Session {
  const latest = latestOfferEnd(session, now, limits)
  const roster = Object.fromEntries(
    Object.entries(session.roster).map(([memberId, party]) => [
      memberId,
      party.state === 'offered' && party.offerUntil
        ? { ...party, offerUntil: Math.min(party.offerUntil, latest) }
        : party,
    ]),
  )
  return { ...session, roster }
}

/** Cancels the session: nobody holds a place or waits for one any more. */
export function decideSessionCancel(session: Session, command: Command, reason?: string): Decision<Session> {
  if (session.state === 'cancelled') return { next: session }
  if (session.state === 'finished') return { refusal: 'session_over' }
  const left = Object.entries(session.roster).filter(([, party]) => isLive(party))
  const next: Session = {
    ...withEvent(session, command, 'cancelled', reason),
    state: 'cancelled',
    free: session.capacity,
    waiting: 0,
    line: [],
    roster: {
      ...session.roster,
      ...Object.fromEntries(left.map(([memberId, party]) => [memberId, endedAs(party, 'cancelled')])),
    },
  }
  const relisted =
    left.length > 0
      ? [
          signupsEffect(
            next,
            command.key,
            left.map(([memberId]) => memberId),
          ),
        ]
      : []
  return withEffects(next, command, relisted)
}

/** Closes sign-up for a draw: the roster does not change until the lots are drawn. */
export function decideCloseSignup(session: Session, command: Command): Decision<Session> | undefined {
  if (session.state !== 'open' || session.rule !== 'draw' || command.at < session.closesAt) return undefined
  const next: Session = { ...withEvent(session, command, 'closed'), state: 'drawing' }
  return withEffects(next, command, [], nextWake(next))
}

/**
 * Draws the lots. A winner gets a place at once, or an offer where they must accept it; the others wait in
 * the order of the ranks. The same seed and tickets always give the same result.
 */
export function decideDraw(
  session: Session,
  command: Command,
  seed: string,
  limits: OfferLimits,
): Decision<Session> | undefined {
  if (session.state !== 'drawing') return undefined
  const draw = { at: command.at, seed, capacity: session.capacity, tickets: ticketsOf(session) }
  const byTicket = new Map(Object.entries(session.roster).map(([memberId, { ticket }]) => [ticket, memberId]))
  const roster = { ...session.roster }
  const line: MemberId[] = []
  const effects: Effect[] = []
  let free = session.capacity
  const until = offerEndsAt(session, command.at, limits)
  for (const { ticket, size, result } of drawLots(draw)) {
    const memberId = byTicket.get(ticket) as MemberId
    const party = session.roster[memberId] as Party
    if (result === 'waitlisted') {
      roster[memberId] = { ...party, state: 'waitlisted' }
      line.push(memberId)
      effects.push(tellParty(session, memberId, 'draw_lost', command.at))
      continue
    }
    free -= size
    const offered = party.mustAccept && until !== undefined
    roster[memberId] = offered
      ? { ...party, state: 'offered', offerUntil: until }
      : { ...party, state: 'confirmed' }
    effects.push(tellParty(session, memberId, offered ? 'place_offered' : 'draw_won', command.at, until))
  }
  const next: Session = {
    ...withEvent(session, command, 'drawn'),
    state: 'drawn',
    draw,
    roster,
    line,
    free,
    waiting: line.length,
  }
  return withEffects(next, command, effects, nextWake(next))
}

/**
 * Ends a session that has taken place: open offers lapse, waiting parties leave the line without a place, and
 * parties that were present are asked for feedback.
 */
export function decideFinish(session: Session, command: Command): Decision<Session> | undefined {
  if ((session.state !== 'open' && session.state !== 'drawn') || command.at < session.to) return undefined
  const lapsed = Object.entries(session.roster).filter(
    ([, { state }]) => state === 'offered' || state === 'waitlisted' || state === 'in_draw',
  )
  const roster: Session['roster'] = {
    ...session.roster,
    ...Object.fromEntries(lapsed.map(([memberId, party]) => [memberId, endedAs(party, 'lapsed')])),
  }
  const held = Object.values(roster)
    .filter(holdsPlace)
    .reduce((sum, { size }) => sum + size, 0)
  const next: Session = {
    ...withEvent(session, command, 'finished'),
    state: 'finished',
    roster,
    line: [],
    waiting: 0,
    free: session.capacity - held,
  }
  // also parties that had a place: their list shows the session as past
  const ended = Object.keys(session.roster).filter((memberId) => isLive(session.roster[memberId]))
  const relisted = ended.length > 0 ? [signupsEffect(next, command.key, ended)] : []
  const asked = held > 0 ? [remindEffect(next, 'activity_over')] : []
  return withEffects(next, command, [...relisted, ...asked])
}
