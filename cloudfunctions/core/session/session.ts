import type { Audience } from '#contract/activity'
import type { Limits } from '#contract/community'
import type { SignupRule, SignupState } from '#contract/session'
import type { Ticket } from '#contract/shared/draw'
import type { Day, Instant, MemberId } from '#contract/shared/scalars'
import { hourMs, minuteMs } from '#contract/shared/time'
import { dayOf } from '#contract/shared/wallClock'
import type { Aggregate, Command, Recorded } from '#core/change/aggregate'

/** 一家: those whom one member has signed up. They stay together, also on the waitlist. */
export interface Party {
  state: SignupState
  size: number
  /** The member's name. */
  name: string
  /** When it was signed up last. */
  at: Instant
  /** Sealed: who they are. */
  names: string
  /** Only while offered; a later answer is too late. */
  offerUntil: Instant | null
  /** An offer must be answered, also by somebody who has just signed up. */
  mustAccept: boolean
  /** What stands for it in a draw, in public. */
  ticket: string | null
  /** The command that signed it up. */
  by: string
  /** The latest commands of its member, so that a repeat is known as one. */
  commands: { command: string; fingerprint: string }[]
}

/** A draw's tickets as they were drawn; everything else follows from them and the seed. */
export interface Draw {
  at: Instant
  seed: string
  capacity: number
  tickets: Ticket[]
}
/** The secret a draw is decided by: sealed until then, and committed to when the session is published. */
export interface DrawSeed {
  sealed: string
  /** SHA-256 of the seed, in public from the beginning. */
  commitment: string
}

/**
 * 场次: one date of an activity with its places. It decides every sign-up in one conditional write, so what the write
 * must ask stands here as plain fields: places left, who may come, until when.
 */
export interface Session extends Aggregate {
  activityId: string
  /** The activity's title and place. */
  title: string
  place: string
  /** `drawing`: frozen while the lots are drawn. Whether sign-up is over is said by `closesAt`. */
  state: 'open' | 'drawing' | 'drawn' | 'finished' | 'cancelled'
  rule: SignupRule
  from: Instant
  to: Instant
  opensAt: Instant
  closesAt: Instant
  capacity: number
  /** `capacity` less the sizes of all confirmed and offered parties. */
  free: number
  /** Parties on the waitlist or in the draw. */
  waiting: number
  /** People of the largest party that may sign up. */
  partyMax: number
  audience: Audience | null
  /** Grids and estates invited; `*` stands for all. */
  grids: string[]
  estates: string[]
  /** Born on this day or before is old enough; after `bornAfter` is young enough. See `agesOf`. */
  bornBy: Day
  bornAfter: Day
  /** Born after this day is a child on the day of the session. */
  childAfter: Day
  withChild: boolean
  seed: DrawSeed
  draw: Draw | null
  /** When its parties are still to be reminded. */
  remindAts: Instant[]
  roster: Record<MemberId, Party>
  /** The waitlist, the first in line first. */
  line: MemberId[]
  /** Never null before it is over: the store keeps the earliest of several, and null is earlier than any. */
  dueAt: Instant | null
  events: Recorded<SessionEvent>[]
}
export type SessionEvent = 'edited' | 'cancelled' | 'closed' | 'drawn' | 'reminded' | 'finished'

/** Holding or wanting a place. */
export const liveStates = ['confirmed', 'waitlisted', 'offered', 'in_draw'] as const
const live: ReadonlySet<SignupState> = new Set(liveStates)
export const isLive = (party: Pick<Party, 'state'> | undefined): boolean =>
  party !== undefined && live.has(party.state)
/** Holding a place. */
export const holdsPlace = ({ state }: Pick<Party, 'state'>): boolean =>
  state === 'confirmed' || state === 'offered'

/** More would not be seen to in any waitlist or draw. */
export const waitingMax = 500
/** What a party remembers of its commands. */
export const commandsKept = 20

export interface SessionPlan {
  sessionId: string
  communityId: string
  activityId: string
  title: string
  place: string
  from: Instant
  to: Instant
  capacity: number
  opensAt: Instant
  closesAt: Instant
  rule: SignupRule
  partyMax: number
  audience: Audience | null
  /** See `remindersOf`; an edit that leaves the beginning leaves them. */
  remindAts?: Instant[]
  /** Made by `newDrawSeed`; only a draw uses it. */
  seed: DrawSeed
}
/** What an edit may change. */
export type SessionEdit = Omit<SessionPlan, 'sessionId' | 'communityId' | 'activityId' | 'seed'>

const childYears = 14
const everybody = ['*']
/** Days nobody was born on: no limit. An unknown birthday stands for the other end. */
export const noBornBy: Day = '9999-12-31'
export const noBornAfter: Day = ''

const yearsBefore = (day: Day, years: number): Day =>
  `${String(Number(day.slice(0, 4)) - years).padStart(4, '0')}${day.slice(4)}`

/** The audience as plain fields. Ages are those on the day of the session; days compare as text. */
export function invited(
  audience: Audience | null,
  from: Instant,
): Pick<Session, 'grids' | 'estates' | 'bornBy' | 'bornAfter' | 'childAfter' | 'withChild'> {
  const { gridIds = [], estateIds = [], minAge, maxAge, withChild } = audience ?? {}
  const day = dayOf(from)
  return {
    grids: gridIds.length > 0 ? gridIds : everybody,
    estates: estateIds.length > 0 ? estateIds : everybody,
    bornBy: minAge === undefined ? noBornBy : yearsBefore(day, minAge),
    bornAfter: maxAge === undefined ? noBornAfter : yearsBefore(day, maxAge + 1),
    childAfter: yearsBefore(day, childYears),
    withChild: withChild === true,
  }
}

/** An open session with every place free. */
export function newSession({ sessionId, seed, ...plan }: SessionPlan): Session {
  const session: Session = {
    _id: sessionId,
    rev: 0,
    events: [],
    pending: [],
    wakesAt: null,
    dueAt: null,
    ...plan,
    ...invited(plan.audience, plan.from),
    // a larger party could only wait for ever
    partyMax: Math.min(plan.partyMax, plan.capacity),
    state: 'open',
    free: plan.capacity,
    waiting: 0,
    seed,
    draw: null,
    remindAts: plan.remindAts ?? [],
    roster: {},
    line: [],
  }
  return woken(session)
}

export const isOver = ({ state }: Pick<Session, 'state'>): boolean =>
  state === 'finished' || state === 'cancelled'

/** When time alone will next move it. */
export function nextWake(session: Session): Instant | null {
  if (isOver(session)) return null
  if (session.state === 'drawing') return session.closesAt
  const offers = Object.values(session.roster).flatMap(({ state, offerUntil }) =>
    state === 'offered' && offerUntil !== null ? [offerUntil] : [],
  )
  const draw = session.state === 'open' && session.rule === 'draw' ? [session.closesAt] : []
  return Math.min(session.to, ...offers, ...draw, ...session.remindAts)
}

/** The same, told when to wake. */
export function woken(session: Session, owedAt: Instant | null = null): Session {
  const wakesAt = nextWake(session)
  const dueAt = wakesAt !== null && owedAt !== null ? Math.min(wakesAt, owedAt) : (wakesAt ?? owedAt)
  return { ...session, wakesAt, dueAt }
}

/** An offer shorter than this is none: the place stays free for the door. */
export const shortestOfferMs = 30 * minuteMs

/**
 * Until when an offer made now may be answered: `offerHours`, and `offerEndsHours` before the start at the latest.
 * Undefined where too little time is left to ask anybody.
 */
export function offerUntil(
  session: Pick<Session, 'from'>,
  now: Instant,
  limits: Pick<Limits, 'offerHours' | 'offerEndsHours'>,
): Instant | undefined {
  const until = Math.min(now + limits.offerHours * hourMs, session.from - limits.offerEndsHours * hourMs)
  return until - now >= shortestOfferMs ? until : undefined
}

/** Who is next: the first in line whose party fits into what is free. */
export function nextInLine(session: Session): MemberId | undefined {
  if (session.state !== 'open' && session.state !== 'drawn') return undefined
  return session.line.find(
    (memberId) => (session.roster[memberId]?.size ?? Number.POSITIVE_INFINITY) <= session.free,
  )
}

/** The party of somebody who is known to have signed up; throws for anybody else. */
export function storedPartyOf(session: Pick<Session, '_id' | 'roster'>, memberId: MemberId): Party {
  const party = session.roster[memberId]
  if (!party) throw new Error(`${memberId} has no party in the session ${session._id}`)
  return party
}

/** 1 is next; undefined for who is not waiting. */
export function linePositionOf(session: Pick<Session, 'line'>, memberId: MemberId): number | undefined {
  const index = session.line.indexOf(memberId)
  return index < 0 ? undefined : index + 1
}

/** A command of a party's past: `conflict` when it says something else now. */
export function repeatedBy(party: Party | undefined, command: Command): 'repeat' | 'conflict' | undefined {
  const past = party?.commands.find((line) => line.command === command.key)
  if (!past) return undefined
  return past.fingerprint === command.fingerprint ? 'repeat' : 'conflict'
}

/**
 * 我的报名: says where a member's parties are, since a map's keys cannot be listed by an index. It holds only what the
 * sign-up knows without reading the session; the roster is the truth, and what is shown is read there.
 */
export interface Signup {
  /** `sup_<session>_<member>` */
  _id: string
  communityId: string
  memberId: MemberId
  sessionId: string
  state: SignupState
  size: number
  at: Instant
  /** Nothing is ahead any more: the party has left, or the session is over. */
  over: boolean
  /** The command that signed up; unique, so that one command signs up for one session. */
  command: string
}

export const signupId = (sessionId: string, memberId: MemberId): string => `sup_${sessionId}_${memberId}`

/** What the list shall show for a member; undefined where they never signed up. */
export function signupOf(session: Session, memberId: MemberId): Signup | undefined {
  const party = session.roster[memberId]
  if (!party) return undefined
  const { state, size, at, by } = party
  return {
    _id: signupId(session._id, memberId),
    communityId: session.communityId,
    memberId,
    sessionId: session._id,
    state,
    size,
    at,
    over: isOver(session) || !isLive(party),
    command: by,
  }
}
