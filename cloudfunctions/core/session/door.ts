import type { Limits } from '#contract/community'
import type { AttendanceTally } from '#contract/session'
import type { Instant, MemberId, TeamId } from '#contract/shared/scalars'
import { dayMs, hourMs, minuteMs } from '#contract/shared/time'
import type { Activity } from '#core/activity/activity'
import { type CodeMisses, withoutMisses } from '#core/attendance/wrongCodes'
import {
  type Aggregate,
  type Command,
  type Decision,
  type Recorded,
  unwritten,
  withEffects,
  withEvent,
} from '#core/change/aggregate'
import type { Effect, NoticeEffect } from '#core/change/effect'
import type { Member } from '#core/member/member'
import type { Party, Session } from './session'

/** A mark says whether a party is there; of several, the one with the latest `at` counts. */
export interface Mark {
  present: boolean
  /** When it was seen; it may be reported long after. */
  at: Instant
  reportedAt: Instant
  how: 'scan' | 'typed' | 'list'
  /** Who says it: the member, or the coordinator with the list. */
  byId: MemberId
}
export type DoorProof = Pick<Mark, 'at' | 'reportedAt' | 'how'>
export interface WalkIn {
  /** Sealed. */
  name: string
  size: number
  at: Instant
  byId: MemberId
  undone: boolean
}

/** What a door list copies of its session, or of the lesson whose door it is. */
export type DoorHead = Pick<Session, '_id' | 'communityId' | 'activityId' | 'title' | 'from' | 'to'> & {
  /** The course of the lesson that `_id` names. */
  sessionId?: string
}

/**
 * Who came to a session, or to a lesson of a course; of a course as a whole it says who never came. It is a document of its own, so that check-ins compete neither with each other nor
 * with sign-ups: each is one conditional write on one party's mark. The first mark creates it.
 */
export interface DoorList extends Aggregate {
  /** The session's id, or the lesson's. */
  _id: string
  /** The course of a lesson; absent where `_id` is the session's. */
  sessionId?: string
  activityId: string
  title: string
  from: Instant
  to: Instant
  marks: Record<MemberId, Mark>
  /** Wrong typed codes of parties and of volunteers, by member. */
  misses: Record<MemberId, CodeMisses>
  walkIns: Record<string, WalkIn>
  /** Nobody has been found present yet: it was made when somebody typed a code. */
  untaken?: true
  /** Who had a place and did not come; null until it is noted. */
  missed: Record<MemberId, Instant> | null
  appeals: Record<MemberId, { note: string; at: Instant }>
  /** When commands that state no time first came; a repeat must not count as a later word. */
  heard?: { command: string; fingerprint: string; at: Instant }[]
  /** Right codes of parties whom a later word of the list says not to be there; absent before the first. */
  proofs?: Record<MemberId, DoorProof>
  events: Recorded<'closed' | 'marked' | 'appealed' | 'proved'>[]
}

const closesAt = ({ to }: { to: Instant }, limits: Limits): Instant => to + limits.noShowAfterHours * hourMs

export function newDoor(session: DoorHead, limits: Limits): DoorList {
  const { _id, communityId, activityId, title, from, to, sessionId } = session
  const wakesAt = closesAt(session, limits)
  return {
    _id,
    ...(sessionId && { sessionId }),
    communityId,
    ...unwritten(),
    wakesAt,
    dueAt: wakesAt,
    activityId,
    title,
    from,
    to,
    marks: {},
    misses: {},
    walkIns: {},
    missed: null,
    appeals: {},
    untaken: true,
  }
}

/** Why no attendance can be marked now; undefined when it can. */
export function doorFault(
  session: Pick<Session, 'state' | 'from' | 'to'> & { courseEnds?: Instant },
  now: Instant,
  limits: Limits,
): 'session_cancelled' | 'too_early' | 'too_late' | undefined {
  if (session.state === 'cancelled') return 'session_cancelled'
  if (now < doorOpensAt(session, limits)) return 'too_early'
  const ended = session.courseEnds ?? session.to
  return now > ended + limits.attendanceFixDays * dayMs ? 'too_late' : undefined
}
export const doorOpensAt = ({ from }: Pick<Session, 'from'>, limits: Limits): Instant =>
  from - limits.doorOpensMinutes * minuteMs

/** Whether a later mark is there already. */
export const isOutdated = (stored: Mark | undefined, mark: Mark): boolean =>
  stored !== undefined && stored.at >= mark.at

const isPresent = ({ marks }: Pick<DoorList, 'marks'>, memberId: MemberId): boolean =>
  marks[memberId]?.present === true

/**
 * Everybody with a place who was not marked present. If nobody was marked at all, nobody took attendance, and
 * nobody is missing.
 */
function missing(
  door: DoorList,
  { state, roster }: Pick<Session, 'state' | 'roster'>,
  came: ReadonlySet<MemberId>,
): MemberId[] {
  const walkedIn = Object.values(door.walkIns).some(({ undone }) => !undone)
  if (state === 'cancelled' || (!walkedIn && came.size === 0)) return []
  return Object.keys(roster).filter((memberId) => isAwaited(roster[memberId]) && !came.has(memberId))
}

/** Whether a party should have come: it has a place, or has lost one since it never came. */
const isAwaited = (party: Party | undefined): boolean =>
  party !== undefined && (party.state === 'confirmed' || party.neverCame === true)

/** Everybody whom a list finds present. */
export const presentAt = (door: Pick<DoorList, 'marks'>): Set<MemberId> =>
  new Set(Object.keys(door.marks).filter((memberId) => isPresent(door, memberId)))

/** A session that was missed counts against its party; of a lesson the course is looked at anew. */
const followed = (door: DoorList, memberId: MemberId): Effect =>
  door.sessionId
    ? { effect: 'courseAttendance', cause: `${door._id}:${door.rev}`, sessionId: door.sessionId, memberId }
    : { effect: 'noShow', memberId, about: door._id, at: door.to }

/** What a list is closed with. */
type Closing = Pick<Session, 'from' | 'to' | 'title' | 'state' | 'roster'>

/**
 * Notes and tells who did not come, once the session has been over for long enough. Undefined while it has
 * not.
 *
 * @param came who was found at any lesson, where the list is that of a whole course.
 */
export function decideDoorClose(
  door: DoorList,
  session: Closing,
  command: Command,
  limits: Limits,
  came?: ReadonlySet<MemberId>,
): Decision<DoorList> | undefined {
  if (door.missed !== null || door.wakesAt === null || door.wakesAt > command.at) return undefined
  const { from, to, title } = session
  if (closesAt(session, limits) > command.at) {
    // the session was moved
    const later: DoorList = { ...door, rev: door.rev + 1, from, to, title }
    return withEffects(later, command, [], closesAt(session, limits))
  }
  return { next: closed(door, session, command, came) }
}

/** Closes the list of a lesson that is over before its time: its coordinator says that it is right as it is. */
export const decideDoorCloseNow = (door: DoorList, session: Closing, command: Command): Decision<DoorList> =>
  door.missed === null ? { next: closed(door, session, command) } : { next: door }

function closed(
  door: DoorList,
  session: Closing,
  command: Command,
  came: ReadonlySet<MemberId> = presentAt(door),
): DoorList {
  const { from, to, title } = session
  const gone = missing(door, session, came)
  const next: DoorList = {
    ...withEvent(door, command, 'closed'),
    from,
    to,
    title,
    missed: Object.fromEntries(gone.map((memberId) => [memberId, command.at])),
  }
  const { sessionId } = door
  const cause = `${door._id}:${next.rev}`
  // of a course only who never comes is missed, and nobody is told of one lesson
  if (sessionId) return withEffects(next, command, [{ effect: 'courseAttendance', cause, sessionId }]).next
  const effects = gone.flatMap((memberId): Effect[] => [
    followed(next, memberId),
    {
      effect: 'notice',
      noticeId: `n_${door._id}_missed_${memberId}`,
      to: memberId,
      kind: 'session_missed',
      activityId: door.activityId,
      title,
      windowFrom: from,
    },
  ])
  return withEffects(next, command, effects).next
}

/** A mark that comes after the missed were noted; the member's record follows. */
export function decideLateMark(
  door: DoorList,
  session: Pick<Session, 'roster'>,
  command: Command,
  memberId: MemberId,
  mark: Mark,
): Decision<DoorList> {
  if (isOutdated(door.marks[memberId], mark)) return { next: door }
  const { [memberId]: before, ...others } = door.missed ?? {}
  const misses = !mark.present && session.roster[memberId]?.state === 'confirmed'
  const { untaken, ...taken } = withEvent(door, command, 'marked')
  const next: DoorList = {
    ...taken,
    ...(untaken && !mark.present && { untaken }),
    marks: { ...door.marks, [memberId]: mark },
    // a right code forgives the wrong ones
    misses: mark.how === 'list' ? door.misses : withoutMisses(door.misses, memberId),
    missed: misses ? { ...others, [memberId]: before ?? command.at } : others,
  }
  return withEffects(next, command, [followed(next, memberId)])
}

/** Whether a trainee never came is looked at anew, after the list of the whole course was closed. */
export function decideMissedAnew(
  door: DoorList,
  session: Pick<Session, 'roster'>,
  command: Command,
  memberId: MemberId,
  present: boolean,
): Decision<DoorList> {
  if (door.missed === null) return { next: door }
  const { [memberId]: before, ...others } = door.missed
  const misses = !present && isAwaited(session.roster[memberId])
  if (misses === (before !== undefined)) return { next: door }
  const next: DoorList = {
    ...withEvent(door, command, 'marked'),
    missed: misses ? { ...others, [memberId]: command.at } : others,
  }
  return withEffects(next, command, [followed(next, memberId)])
}

/**
 * A right code arrives from before the coordinator said that the party was not there. The later word stands; the
 * proof is kept beside it, and the coordinator is told once.
 */
export function decideProvedAt(
  door: DoorList,
  command: Command,
  { _id: memberId, name }: Pick<Member, '_id' | 'name'>,
  { at, reportedAt, how }: DoorProof,
  runner: RunsSession,
): Decision<DoorList> {
  if (door.proofs?.[memberId]) return { next: door }
  const next: DoorList = {
    ...withEvent(door, command, 'proved'),
    proofs: { ...door.proofs, [memberId]: { at, reportedAt, how } },
  }
  return withEffects(
    next,
    command,
    tellRunner(runner, said(door, 'proved', { _id: memberId, name })),
    door.wakesAt,
  )
}

type Said = Omit<NoticeEffect, 'effect' | 'to'>

const said = (
  door: DoorList,
  what: 'appealed' | 'proved' | 'guessed',
  { _id: memberId, name }: Pick<Member, '_id' | 'name'>,
): Said => ({
  noticeId: `n_${door._id}_${what}_${memberId}`,
  kind: what === 'guessed' ? 'session_codes_guessed' : `session_${what}`,
  activityId: door.activityId,
  title: door.title,
  windowFrom: door.from,
  who: name,
  whoId: memberId,
})

/**
 * A member's appeal against being noted as missed; the coordinator is told once, and reads it beside the
 * name.
 */
export function decideAppealMissed(
  door: DoorList,
  command: Command,
  { _id: memberId, name }: Pick<Member, '_id' | 'name'>,
  note: string,
  runner: RunsSession,
): Decision<DoorList> {
  if (door.missed?.[memberId] === undefined) return { refusal: 'not_missed' }
  const appeals = { ...door.appeals, [memberId]: { note, at: command.at } }
  const about = { _id: memberId, name }
  const told = tellRunner(runner, { ...said(door, 'appealed', about), note })
  return withEffects({ ...withEvent(door, command, 'appealed'), appeals }, command, told)
}

/** Who is told of what happens at a session's door. */
export interface RunsSession {
  coordinatorId?: MemberId | undefined
  /** The team whose leaders run the activity, or to which the shift belongs at which it happens. */
  teamId?: TeamId | undefined
}

/** Of a team's activity its leaders are told, whoever of them published it, and whoever leads it by then. */
export const runsSessionOf = (
  activity: Pick<Activity, 'coordinatorId' | 'teamId'> | undefined,
): RunsSession =>
  activity?.teamId ? { teamId: activity.teamId } : { coordinatorId: activity?.coordinatorId }

const tellRunner = ({ coordinatorId: to, teamId }: RunsSession, about: Said): Effect[] => [
  ...(to === undefined ? [] : [{ ...about, effect: 'notice' as const, to }]),
  ...(teamId === undefined ? [] : [{ ...about, effect: 'tellLeaders' as const, teamId }]),
]

/** A wrong code that locks a person is counted; whoever runs the session is told of each person once. */
export function decideGuessed(
  door: DoorList,
  command: Command,
  { _id: memberId, name }: Pick<Member, '_id' | 'name'>,
  counted: CodeMisses,
  runner: RunsSession,
): Decision<DoorList> {
  const effects = tellRunner(runner, said(door, 'guessed', { _id: memberId, name }))
  const next: DoorList = {
    ...door,
    rev: door.rev + 1,
    misses: { ...door.misses, [memberId]: counted },
  }
  return withEffects(next, command, effects, door.wakesAt)
}

/** Counts from the list each time, so that it always agrees with the list. */
export function tallyOf(
  session: Pick<Session, 'roster'>,
  door: Partial<Pick<DoorList, 'marks' | 'walkIns' | 'missed'>> | undefined,
): AttendanceTally {
  const people = (of: (memberId: MemberId) => boolean) =>
    Object.entries(session.roster).reduce((sum, [id, { size }]) => sum + (of(id) ? size : 0), 0)
  return {
    expected: people((id) => session.roster[id]?.state === 'confirmed'),
    came: people((id) => door?.marks?.[id]?.present === true),
    walkedIn: Object.values(door?.walkIns ?? {}).reduce(
      (sum, { undone, size }) => sum + (undone ? 0 : size),
      0,
    ),
    missed: people((id) => door?.missed?.[id] !== undefined),
  }
}
