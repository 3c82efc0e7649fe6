import type { Limits } from '#contract/community'
import { drawLots } from '#contract/shared/draw'
import type { Instant, MemberId } from '#contract/shared/scalars'
import { hourMs } from '#contract/shared/time'
import { type Command, type Decision, owing, record } from '#core/change/aggregate'
import type { Effect, NoticeEffect, SignupsEffect } from '#core/change/effect'
import { ticketsOf } from './draw'
import { reminding } from './reminder'
import {
  holdsPlace,
  invited,
  isLive,
  nextInLine,
  nextWake,
  offerUntil,
  type Party,
  type Session,
  type SessionEdit,
  shortestOfferMs,
} from './session'

export type OfferLimits = Pick<Limits, 'offerHours' | 'offerEndsHours'>

/** One of a session's parties is told of what became of it; once for each instant it became so. */
export function tellParty(
  session: Session,
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

/** The lists of these members follow the roster. */
export const relist = (
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

/** Offers what is free to the line, as long as somebody fits and there is time to ask. */
export function withOffers(
  session: Session,
  now: Instant,
  limits: OfferLimits,
): { next: Session; effects: Effect[]; offered: MemberId[] } {
  const until = offerUntil(session, now, limits)
  const offered: MemberId[] = []
  const effects: Effect[] = []
  let next = session
  for (;;) {
    const memberId = until === undefined ? undefined : nextInLine(next)
    const party = memberId === undefined ? undefined : next.roster[memberId]
    if (until === undefined || memberId === undefined || !party) return { next, effects, offered }
    next = {
      ...withParty(next, memberId, { ...party, state: 'offered', offerUntil: until }),
      free: next.free - party.size,
      waiting: next.waiting - 1,
      line: next.line.filter((other) => other !== memberId),
    }
    offered.push(memberId)
    effects.push(tellParty(next, memberId, 'place_offered', now, until))
  }
}

/** Places that are held. */
export const taken = (session: Pick<Session, 'capacity' | 'free'>): number => session.capacity - session.free

/**
 * The session follows an edited plan. More places go to the line at once; places that are held are never taken away.
 * Who is told of the change is the activity's own business.
 */
export function decideSessionEdit(
  session: Session,
  command: Command,
  edit: SessionEdit,
  limits: OfferLimits,
): Decision<Session> {
  if (session.state === 'cancelled') return { refusal: 'session_cancelled' }
  if (session.state === 'finished') return { refusal: 'session_over' }
  if (edit.capacity < taken(session)) return { refusal: 'capacity_taken' }
  if (edit.rule !== session.rule && Object.values(session.roster).some(isLive))
    return { refusal: 'rule_fixed' }
  const changed: Session = {
    ...session,
    ...edit,
    ...invited(edit.audience, edit.from),
    remindAts: edit.from === session.from ? session.remindAts : (edit.remindAts ?? []),
    partyMax: Math.min(edit.partyMax, edit.capacity),
    free: edit.capacity - taken(session),
  }
  if (same(changed, session)) return { next: session }
  const moved = edit.from === session.from ? changed : withOffersMoved(changed, command.at, limits)
  const recorded = record(moved, command, 'edited')
  const { next, effects, offered } = withOffers(recorded, command.at, limits)
  const relisted = offered.length > 0 ? [relist(next, command.key, offered)] : []
  return owing(next, command, [...relisted, ...effects], nextWake(next))
}

const same = (a: Session, b: Session): boolean => JSON.stringify(a) === JSON.stringify({ ...a, ...b })

/** An earlier start leaves less time to answer, though never less than the shortest offer. */
function withOffersMoved(session: Session, now: Instant, limits: OfferLimits): Session {
  const latest = Math.max(session.from - limits.offerEndsHours * hourMs, now + shortestOfferMs)
  const roster = Object.fromEntries(
    Object.entries(session.roster).map(([memberId, party]) => [
      memberId,
      party.state === 'offered' && party.offerUntil !== null
        ? { ...party, offerUntil: Math.min(party.offerUntil, latest) }
        : party,
    ]),
  )
  return { ...session, roster }
}

/** Called off: nobody holds or waits for a place any more. */
export function decideSessionCancel(session: Session, command: Command, reason?: string): Decision<Session> {
  if (session.state === 'cancelled') return { next: session }
  if (session.state === 'finished') return { refusal: 'session_over' }
  const left = Object.entries(session.roster).filter(([, party]) => isLive(party))
  const next: Session = {
    ...record(session, command, 'cancelled', reason),
    state: 'cancelled',
    free: session.capacity,
    waiting: 0,
    line: [],
    roster: {
      ...session.roster,
      ...Object.fromEntries(
        left.map(([memberId, party]) => [
          memberId,
          { ...party, state: 'cancelled' as const, offerUntil: null },
        ]),
      ),
    },
  }
  const relisted =
    left.length > 0
      ? [
          relist(
            next,
            command.key,
            left.map(([memberId]) => memberId),
          ),
        ]
      : []
  return owing(next, command, relisted)
}

/** Sign-up is over: what stands is frozen until the lots are drawn. */
export function decideCloseSignup(session: Session, command: Command): Decision<Session> | undefined {
  if (session.state !== 'open' || session.rule !== 'draw' || command.at < session.closesAt) return undefined
  const next: Session = { ...record(session, command, 'closed'), state: 'drawing' }
  return owing(next, command, [], nextWake(next))
}

/**
 * Draws the lots. A winner has a place at once, or an offer where they must accept; everybody else waits in the order
 * of the ranks. The same seed and tickets give the same result, however often it is done.
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
  const until = offerUntil(session, command.at, limits)
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
    ...record(session, command, 'drawn'),
    state: 'drawn',
    draw,
    roster,
    line,
    free,
    waiting: line.length,
  }
  const relisted = relist(next, command.key, Object.keys(roster))
  return owing(next, command, [relisted, ...effects], nextWake(next))
}

/** It has taken place: an open offer is nobody's any more, who waited waited in vain, and who was there is asked how it was. */
export function decideFinish(session: Session, command: Command): Decision<Session> | undefined {
  if ((session.state !== 'open' && session.state !== 'drawn') || command.at < session.to) return undefined
  const lapsed = Object.entries(session.roster).filter(
    ([, { state }]) => state === 'offered' || state === 'waitlisted' || state === 'in_draw',
  )
  const roster: Session['roster'] = {
    ...session.roster,
    ...Object.fromEntries(
      lapsed.map(([memberId, party]) => [memberId, { ...party, state: 'lapsed' as const, offerUntil: null }]),
    ),
  }
  const held = Object.values(roster)
    .filter(holdsPlace)
    .reduce((sum, { size }) => sum + size, 0)
  const next: Session = {
    ...record(session, command, 'finished'),
    state: 'finished',
    roster,
    line: [],
    waiting: 0,
    free: session.capacity - held,
  }
  // who had a place, too: from now on it is past
  const ended = Object.keys(session.roster).filter((memberId) => isLive(session.roster[memberId]))
  const relisted = ended.length > 0 ? [relist(next, command.key, ended)] : []
  const asked = held > 0 ? [reminding(next, 'activity_over')] : []
  return owing(next, command, [...relisted, ...asked])
}
