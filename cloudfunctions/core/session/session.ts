import type { Audience } from '#contract/activity'
import type { Limits } from '#contract/community'
import type { SignupRule, SignupState } from '#contract/session'
import type { Ticket } from '#contract/shared/draw'
import type { Day, Instant, MemberId } from '#contract/shared/scalars'
import { hourMs, minuteMs } from '#contract/shared/time'
import { dayOf } from '#contract/shared/wallClock'
import { type Aggregate, type Command, type Recorded, unwritten } from '#core/change/aggregate'
import { type Completed, type Course, isCourse, joinableBeginnings } from '#core/training/course'

/**
 * What a session holds of the people whom one member has signed up: all that decides, and no more, since every
 * sign-up reads and writes all of it. They stay together, also on the waitlist. Who they are stands in `Signup`.
 */
export interface Party extends Partial<EarlierDetails> {
  state: SignupState
  size: number
  /** Set only while offered: until when the offer may be answered. */
  offerUntil?: Instant | null
  /** It must accept an offer, even directly after its sign-up. */
  mustAccept?: boolean
  /** Its public ticket in a draw. */
  ticket?: string | null
  /** How often its member has signed up again after leaving, so that a late write meets no later party. */
  again?: number
  /** When it took a place that it was offered; absent for a place it had at once. */
  since?: Instant
  /** Nobody has seen it at the first lessons of its course, and its place went to the line. */
  neverCame?: true
}
/** What stood in the roster before each party had a document of its own; it is still read there. */
interface EarlierDetails {
  name: string
  at: Instant
  /** Sealed. */
  names: string
  by: string
  commands: PastCommand[]
}
interface PastCommand {
  command: string
  fingerprint: string
}

/** What a coordinator has said to a session's parties. */
export interface Telling {
  at: Instant
  who: string
  whoId: MemberId
  words: string
  /** It went to those who waited, too. */
  alsoWaiting: boolean
  /** How many parties it went to. */
  told: number
}

/** The tickets of a draw when it was drawn; the result follows from them and the seed. */
export interface Draw {
  at: Instant
  seed: string
  capacity: number
  tickets: Ticket[]
}
/** The secret that decides a draw: sealed until the draw, committed to when the session is published. */
export interface DrawSeed {
  sealed: string
  /** The SHA-256 of the seed, public from the beginning. */
  commitment: string
}

/**
 * One date of an activity with its places. One conditional write decides a sign-up, so everything that this
 * write asks stands here as a plain field: places left, who may come, until when.
 */
export interface Session extends Aggregate {
  activityId: string
  /** The activity's title and place. */
  title: string
  place: string
  /**
   * `drawing`: nobody may sign up or withdraw until the lots are drawn. `closesAt` says whether sign-up is
   * over.
   */
  state: 'open' | 'drawing' | 'drawn' | 'finished' | 'cancelled'
  rule: SignupRule
  from: Instant
  to: Instant
  opensAt: Instant
  closesAt: Instant
  capacity: number
  /** `capacity` less the sizes of all confirmed and offered parties. */
  free: number
  /** How many parties are on the waitlist or in the draw. */
  waiting: number
  /** How many people the largest party may have. */
  partyMax: number
  audience: Audience | null
  /** The grids and estates of the audience; `*` stands for all. */
  grids: string[]
  estates: string[]
  /**
   * Somebody born on this day or before is old enough; somebody born after `bornAfter` is young enough. See
   * `agesOf`.
   */
  bornBy: Day
  bornAfter: Day
  /** Somebody born after this day is a child on the day of the session. */
  childAfter: Day
  withChild: boolean
  seed: DrawSeed
  draw: Draw | null
  /** When its parties will be reminded. */
  remindAts: Instant[]
  roster: Record<MemberId, Party>
  /** The members on the waitlist, the first in line first. */
  line: MemberId[]
  /** What coordinators have said to its parties, the latest last; absent for nothing. */
  tellings?: Telling[]
  /** The lessons that it spans; absent, or null, where it is one date. A place is then one person's. */
  course?: Course | null
  /** Absent while the course is not completed. */
  completed?: Completed
  /**
   * Not null before the session is over: the store keeps the earliest of several times, and null sorts before
   * every time.
   */
  dueAt: Instant | null
  events: Recorded<SessionEvent>[]
}
export type SessionEvent =
  | 'edited'
  | 'told'
  | 'cancelled'
  | 'closed'
  | 'drawn'
  | 'reminded'
  | 'finished'
  | 'completed'

/** States in which a party holds a place or waits for one. */
export const liveStates = ['confirmed', 'waitlisted', 'offered', 'in_draw'] as const
const live: ReadonlySet<SignupState> = new Set(liveStates)
export const isLive = (party: Pick<Party, 'state'> | undefined): boolean =>
  party !== undefined && live.has(party.state)
/** Whether a party holds a place. */
export const holdsPlace = ({ state }: Pick<Party, 'state'>): boolean =>
  state === 'confirmed' || state === 'offered'

/** The most parties that may wait or stand in a draw. */
export const waitingMax = 500
/** How many commands a party remembers. */
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
  /** See `remindersOf`; an edit that does not move the beginning leaves them out. */
  remindAts?: Instant[]
  course?: Course | null
  /** Made by `newDrawSeed`; used in a draw only. */
  seed: DrawSeed
}
/** The part of a plan that an edit may change. */
export type SessionEdit = Omit<SessionPlan, 'sessionId' | 'communityId' | 'activityId' | 'seed'>

const childYears = 14
const everybody = ['*']
/**
 * Limits that every birthday meets. An unknown birthday counts as the opposite extreme, so that it meets no
 * other limit.
 */
export const noBornBy: Day = '9999-12-31'
export const noBornAfter: Day = ''

const yearsBefore = (day: Day, years: number): Day =>
  `${String(Number(day.slice(0, 4)) - years).padStart(4, '0')}${day.slice(4)}`

/** The audience as plain fields. Ages are those on the day of the session; days compare as text. */
export function audienceFields(
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

/** A party larger than the session could never get a place; the place in a course is one person's. */
export const partyMaxOf = (plan: Pick<SessionPlan, 'partyMax' | 'capacity' | 'course'>): number =>
  Math.min(isCourse(plan) ? 1 : plan.partyMax, plan.capacity)

/** An open session with every place free. */
export function newSession({ sessionId, seed, ...plan }: SessionPlan): Session {
  const session: Session = {
    _id: sessionId,
    ...unwritten(),
    ...plan,
    ...audienceFields(plan.audience, plan.from),
    partyMax: partyMaxOf(plan),
    state: 'open',
    free: plan.capacity,
    waiting: 0,
    seed,
    draw: null,
    remindAts: plan.remindAts ?? [],
    roster: {},
    line: [],
  }
  return withDueAt(session)
}

export const isOver = ({ state }: Pick<Session, 'state'>): boolean =>
  state === 'finished' || state === 'cancelled'

/** When time alone will next change it. */
export function nextWake(session: Session): Instant | null {
  if (isOver(session)) return null
  if (session.state === 'drawing') return session.closesAt
  const offers = Object.values(session.roster).flatMap(({ state, offerUntil }) =>
    state === 'offered' && offerUntil ? [offerUntil] : [],
  )
  const draw = session.state === 'open' && session.rule === 'draw' ? [session.closesAt] : []
  return Math.min(session.to, ...offers, ...draw, ...session.remindAts)
}

/** The session with `dueAt` set to when it must be looked at next. */
export function withDueAt(session: Session, owedAt: Instant | null = null): Session {
  const wakesAt = nextWake(session)
  const dueAt = wakesAt !== null && owedAt !== null ? Math.min(wakesAt, owedAt) : (wakesAt ?? owedAt)
  return { ...session, wakesAt, dueAt }
}

/** A shorter offer is not made; the place stays free for walk-ins. */
export const shortestOfferMs = 30 * minuteMs

/** The beginnings before which whoever comes in has not missed it; those of a course leave enough lessons. */
const beginnings = (session: Pick<Session, 'from' | 'course'>): Instant[] =>
  isCourse(session) ? joinableBeginnings(session.course) : [session.from]

/**
 * Until when an offer made now may be answered: for `offerHours`, but at the latest `offerEndsHours` before
 * the start, or before a later lesson with which a course can still be completed. Undefined where too little time
 * is left for an answer.
 */
export function offerEndsAt(
  session: Pick<Session, 'from' | 'course'>,
  now: Instant,
  limits: Pick<Limits, 'offerHours' | 'offerEndsHours'>,
): Instant | undefined {
  return beginnings(session)
    .map((begin) => Math.min(now + limits.offerHours * hourMs, begin - limits.offerEndsHours * hourMs))
    .find((until) => until - now >= shortestOfferMs)
}

/** Whether nobody may leave any more: it has begun. Out of a course one may drop until it is over. */
export const isBegun = (session: Pick<Session, 'from' | 'to' | 'course'>, now: Instant): boolean =>
  now >= (isCourse(session) ? session.to : session.from)

/** Whether a place in a course that is given up now is of no use to anybody else. */
export const isPlaceLost = (session: Pick<Session, 'course'>, now: Instant): boolean =>
  isCourse(session) && joinableBeginnings(session.course).every((begin) => begin <= now)

/** Until when an open offer may last at most, after its session was moved. */
export function latestOfferEnd(
  session: Pick<Session, 'from' | 'course'>,
  now: Instant,
  limits: Pick<Limits, 'offerEndsHours'>,
): Instant {
  const ends = beginnings(session).map((begin) => begin - limits.offerEndsHours * hourMs)
  return Math.max(ends.find((end) => end > now) ?? now, now + shortestOfferMs)
}

/** The first in line whose party fits into the free places. */
export function nextInLine(
  session: Pick<Session, 'state' | 'line' | 'roster' | 'free'>,
): MemberId | undefined {
  if (session.state !== 'open' && session.state !== 'drawn') return undefined
  return session.line.find(
    (memberId) => (session.roster[memberId]?.size ?? Number.POSITIVE_INFINITY) <= session.free,
  )
}

/** The party of a member who has signed up; throws where there is none. */
export function storedPartyOf(session: Pick<Session, '_id' | 'roster'>, memberId: MemberId): Party {
  const party = session.roster[memberId]
  if (!party) throw new Error(`${memberId} has no party in the session ${session._id}`)
  return party
}

/** The member's position in line, from 1; undefined where they do not wait. */
export function linePositionOf(session: Pick<Session, 'line'>, memberId: MemberId): number | undefined {
  const index = session.line.indexOf(memberId)
  return index < 0 ? undefined : index + 1
}

/** The party as it is once its offer, its wait or its place has ended. */
export function endedAs({ offerUntil: _, ...party }: Party, state: SignupState): Party {
  return { ...party, state }
}

/**
 * What a member asks of one session, in a document of its own. It is written before the session, and the
 * session's roster decides what became of it: the details of a place are there before the place is. Only who
 * holds its latest `rev` may go on to the session.
 */
export interface Signup {
  /** `sup_<session>_<member>` */
  _id: string
  communityId: string
  memberId: MemberId
  sessionId: string
  size: number
  /** When the member last signed up. */
  at: Instant
  /** The party has left, or the session is over. */
  over: boolean
  /** The command that signed up; unique, so that one command signs up for one session only. */
  command: string
  /** When the timer looks what became of it; null, or absent in documents of earlier editions, where it has. */
  dueAt: Instant | null
  /** The member's name. With all below it is absent in documents of earlier editions. */
  name?: string
  /** The names of its people, sealed. */
  names?: string
  /** The latest commands of its member, so that a repeat is recognised. */
  commands?: PastCommand[]
  /** `again` of the party that was asked for; until the roster has that party, nothing is decided. */
  again?: number
  rev?: number
  setbacks?: number
}

export const signupId = (sessionId: string, memberId: MemberId): string => `sup_${sessionId}_${memberId}`

/** Whether the roster has what was asked for, or what came of it. */
export const isDecided = ({ again = 0 }: Pick<Signup, 'again'>, party: Party | undefined): party is Party =>
  party !== undefined && (party.again ?? 0) === again

/** Whether the sign-up names fewer people than the party holds places for: a change broke off between two writes. */
export const isToShrink = ({ size }: Pick<Signup, 'size'>, party: Party): boolean =>
  isLive(party) && size < party.size

/** The commands that are known of a member at a session, the latest last. */
export const pastOf = (
  signup: Pick<Signup, 'commands'> | undefined,
  party: Party | undefined,
): PastCommand[] => [...(party?.commands ?? []), ...(signup?.commands ?? [])]

/** Whether a command came before: `repeat`, or `conflict` if its input was another then. */
export function pastRepeatOf(
  past: readonly PastCommand[],
  command: Command,
): 'repeat' | 'conflict' | undefined {
  const line = past.find((each) => each.command === command.key)
  if (!line) return undefined
  return line.fingerprint === command.fingerprint ? 'repeat' : 'conflict'
}

/** The document of a party of an earlier edition; undefined where its details stand in one already. */
export function earlierSignup(
  session: Pick<Session, '_id' | 'communityId' | 'state'>,
  memberId: MemberId,
  party: Party | undefined,
): Signup | undefined {
  if (party?.by === undefined || party.at === undefined) return undefined
  return {
    _id: signupId(session._id, memberId),
    communityId: session.communityId,
    memberId,
    sessionId: session._id,
    size: party.size,
    at: party.at,
    over: isOver(session) || !isLive(party),
    command: party.by,
    dueAt: null,
  }
}
