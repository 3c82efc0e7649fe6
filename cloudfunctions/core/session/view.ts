import type { CannotJoin, MySignup, SessionView } from '#contract/session'
import type { RefusalCode } from '#contract/shared/refusal'
import type { Instant, MemberId } from '#contract/shared/scalars'
import type { AudienceHome } from './audience'
import { type Company, companyBar } from './company'
import type { Aftermath } from './feedback'
import { linePositionOf, type Session, waitingMax } from './session'

/** The session's state as anybody sees it now, even where the timer is late. */
export function sessionStateAt(
  session: Pick<Session, 'state' | 'rule' | 'to' | 'closesAt'>,
  now: Instant,
): SessionView['state'] {
  if (session.state === 'cancelled' || session.state === 'finished' || session.state === 'drawing')
    return session.state
  if (now >= session.to) return 'finished'
  if (session.state === 'drawn') return 'drawn'
  if (now < session.closesAt) return 'open'
  return session.rule === 'draw' ? 'drawing' : 'closed'
}

type SignupBar = Extract<
  RefusalCode,
  | 'session_cancelled'
  | 'session_over'
  | 'session_drawing'
  | 'session_closed'
  | 'not_open_yet'
  | 'waitlist_full'
  | 'volunteers_only'
>
/** What says whether one can sign up now. */
export const signupFields = ['state', 'rule', 'to', 'opensAt', 'closesAt', 'waiting', 'capacity'] as const
type SignupHead = Pick<Session, (typeof signupFields)[number]>

/** Why nobody can sign up now; undefined while invited people can. */
export function signupBar(session: SignupHead, now: Instant): SignupBar | undefined {
  switch (sessionStateAt(session, now)) {
    case 'cancelled':
      return 'session_cancelled'
    case 'finished':
      return 'session_over'
    case 'drawing':
      return 'session_drawing'
    case 'closed':
    case 'drawn':
      return 'session_closed'
    case 'open':
      if (session.capacity === 0) return 'volunteers_only'
      if (now < session.opensAt) return 'not_open_yet'
      return session.waiting >= waitingMax ? 'waitlist_full' : undefined
  }
}

/** The same reason, in the codes of an activity's page. */
export function signupBarOnPage(session: SignupHead, now: Instant): CannotJoin | undefined {
  const bar = signupBar(session, now)
  switch (bar) {
    case 'session_cancelled':
      return 'cancelled'
    case 'session_over':
      return 'over'
    case 'session_closed':
    case 'session_drawing':
      return 'closed'
    default:
      return bar
  }
}

/** Why a company cannot join a session; undefined when it can join, or at least wait. */
export const joinBar = (
  session: SignupHead & Parameters<typeof companyBar>[0],
  company: Company,
  home: AudienceHome,
  now: Instant,
): RefusalCode | undefined => signupBar(session, now) ?? companyBar(session, company, home)

/** A party as its own member sees it; undefined where there never was one. */
export function mySignup(
  session: Pick<Session, 'roster' | 'line'>,
  memberId: MemberId,
  names: string[],
  aftermath?: Aftermath,
): MySignup | undefined {
  const party = session.roster[memberId]
  if (!party) return undefined
  const position = party.state === 'waitlisted' ? linePositionOf(session, memberId) : undefined
  const mine: MySignup = { state: party.state, size: party.size, party: names, ...aftermath }
  if (position !== undefined) mine.position = position
  if (party.state === 'offered' && party.offerUntil) mine.offerUntil = party.offerUntil
  if (party.state === 'lapsed' && party.neverCame) mine.passedOn = true
  if (party.ticket) mine.ticket = party.ticket
  return mine
}
