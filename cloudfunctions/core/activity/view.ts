import type { ActivityCard, ActivityDetail } from '#contract/activity'
import type { CannotJoin, MySignup, SessionView } from '#contract/session'
import type { Falls } from '#contract/shared/activityTemplate'
import type { Day, Instant, MemberId } from '#contract/shared/scalars'
import { dayOf } from '#contract/shared/wallClock'
import type { Clash, ShiftView } from '#contract/shift'
import { festiveWords } from '#core/calendar/almanac'
import type { OwnAftermath } from '#core/session/feedback'
import { isLive, type Party, type Session } from '#core/session/session'
import { mySignup, sessionStateAt, signupBarOnPage } from '#core/session/view'
import type { Shift } from '#core/shift/shift'
import { lessonViews, type OwnLessons, progressOf } from '#core/training/attendance'
import { type CountedLesson, isCourse, lessonsThatCount } from '#core/training/course'
import { type Activity, uncancelledSessions } from './activity'
import { activityStateAt, nextWindow } from './decide'

/** What a page reads of a session; of the roster it has the viewer's own party only. */
export type SessionHead = Pick<
  Session,
  | '_id'
  | 'activityId'
  | 'state'
  | 'rule'
  | 'from'
  | 'to'
  | 'opensAt'
  | 'closesAt'
  | 'capacity'
  | 'free'
  | 'waiting'
> &
  Partial<Pick<Session, 'line' | 'roster' | 'course'>>
/** What a card needs of an activity. */
export type ActivityHead = Pick<
  Activity,
  | '_id'
  | 'kind'
  | 'festival'
  | 'title'
  | 'teamId'
  | 'place'
  | 'state'
  | 'signup'
  | 'sessions'
  | 'lastTo'
  | 'photos'
  | 'gain'
> & {
  course?: { lessons: readonly CountedLesson[] } | null
}
export type ShiftHead = Pick<
  Shift,
  '_id' | 'sessionId' | 'name' | 'from' | 'to' | 'teamId' | 'capacity' | 'free' | 'state'
>

/** What a card says of the places at a session. */
export type Places = Pick<SessionHead, '_id' | 'to' | 'capacity' | 'free' | 'waiting'>
/** What a card says of the slots of a shift. */
export type Slots = Pick<ShiftHead, 'sessionId' | 'to' | 'free' | 'state'>

/** What a card is made from, beside the activity. */
export interface CardParts {
  places: readonly Places[]
  shifts: readonly Slots[]
  /** The day of the template it was made from; undefined without one. */
  falls: Falls | undefined
  /** What its team is called; undefined where it is the community's own. */
  teamName: string | undefined
}

/**
 * The card of an activity. Places are added up over the sessions that are not over, or over all when all are;
 * free slots over the shifts that are not over.
 */
export function activityCardOf(
  activity: ActivityHead,
  { places, shifts, falls, teamName }: CardParts,
  now: Instant,
): ActivityCard {
  const { _id, kind, festival, title, teamId, place, signup, gain } = activity
  const { from, to } = nextWindow(activity, now)
  const planned = new Set(uncancelledSessions(activity).map(({ sessionId }) => sessionId))
  const live = places.filter((session) => planned.has(session._id))
  const ahead = live.filter((session) => session.to > now)
  const counted = ahead.length > 0 ? ahead : live
  const sum = (field: 'capacity' | 'free' | 'waiting') =>
    counted.reduce((total, session) => total + session[field], 0)
  const each = counted[0]?.capacity
  const alike = counted.length > 1 && counted.every(({ capacity }) => capacity === each)
  const [photo] = activity.photos
  const lunar = falls && festiveWords(falls, dayOf(from))
  const slots = shifts.reduce(
    (total, shift) =>
      shift.state === 'open' && shift.to > now && planned.has(shift.sessionId) ? total + shift.free : total,
    0,
  )
  return {
    activityId: _id,
    kind,
    ...(festival === null ? {} : { festival }),
    ...(lunar === undefined ? {} : { lunar }),
    title,
    ...(teamId ? { teamId } : {}),
    ...(teamName === undefined ? {} : { teamName }),
    place,
    state: activityStateAt(activity, now),
    from,
    to,
    sessionCount: planned.size,
    ...(isCourse(activity) && { lessonCount: lessonsThatCount(activity.course).length }),
    signup: { opensAt: signup.opensAt, closesAt: signup.closesAt, rule: signup.rule },
    capacity: sum('capacity'),
    ...(gain && { gain }),
    ...(alike && each !== undefined ? { capacityEach: each } : {}),
    free: sum('free'),
    waiting: sum('waiting'),
    ...(slots > 0 && activity.state !== 'cancelled' ? { freeSlots: slots } : {}),
    ...(photo ? { photoFileId: photo.fileId } : {}),
  }
}

/** The session heads of a draft, whose sessions have no documents yet. */
export const plannedHeads = ({
  _id,
  signup,
  sessions,
  course,
}: Pick<Activity, '_id' | 'signup' | 'sessions' | 'course'>): SessionHead[] =>
  sessions.map(({ sessionId, from, to, capacity, cancelled }) => ({
    _id: sessionId,
    activityId: _id,
    state: cancelled ? 'cancelled' : 'open',
    rule: signup.rule,
    from,
    to,
    opensAt: signup.opensAt,
    closesAt: signup.closesAt,
    capacity,
    free: capacity,
    waiting: 0,
    ...(course && { course }),
  }))

/** The shift heads of a draft, whose shifts have no documents yet. */
export const plannedShiftHeads = ({ sessions }: Activity): ShiftHead[] =>
  sessions.flatMap(({ sessionId, from, to, shifts }) =>
    shifts.map(({ shiftId, name, teamId, capacity }) => ({
      _id: shiftId,
      ...{ sessionId, name, from, to, teamId, capacity },
      free: capacity,
      state: 'open' as const,
    })),
  )

export interface ActivityViewer {
  memberId: MemberId | undefined
  /** Why this person may not sign up, although others may. */
  bar: CannotJoin | undefined
  /** The names of a party; they are sealed, and opened for its own member only. */
  partyOf: (sessionId: string, party: Party) => string[]
  clashesWith: (session: SessionHead) => Clash[]
  /** What became of the viewer's place since the session began. */
  aftermathOf: (sessionId: string) => OwnAftermath | undefined
}

function mineOf(session: SessionHead, viewer: ActivityViewer): MySignup | undefined {
  const { roster = {}, line = [] } = session
  const { memberId } = viewer
  const party = memberId === undefined ? undefined : roster[memberId]
  if (memberId === undefined || !party) return undefined
  const names = viewer.partyOf(session._id, party)
  return mySignup({ roster, line }, memberId, names, viewer.aftermathOf(session._id)?.own)
}

/** Before the first lesson. */
const nothingSaid: OwnLessons = { attended: {}, appeals: {}, explains: new Set() }

export function sessionView(
  session: SessionHead,
  shifts: readonly ShiftView[],
  viewer: ActivityViewer,
  now: Instant,
): SessionView {
  const { _id: sessionId, from, to, capacity, free, waiting } = session
  const mine = mineOf(session, viewer)
  const bar = mine && isLive(mine) ? undefined : (signupBarOnPage(session, now) ?? viewer.bar)
  const own = mine ? (viewer.aftermathOf(sessionId)?.lessons ?? nothingSaid) : undefined
  const clashes = to > now && session.state !== 'cancelled' ? viewer.clashesWith(session) : []
  return {
    sessionId,
    from,
    to,
    capacity,
    free,
    waiting,
    state: sessionStateAt(session, now),
    ...(mine ? { mine } : {}),
    ...(bar === undefined ? {} : { cannotJoin: bar }),
    shifts: shifts.filter((shift) => shift.sessionId === sessionId),
    ...(isCourse(session) && { lessons: lessonViews(session.course, own) }),
    ...(isCourse(session) && { progress: progressOf(session.course, own?.attended) }),
    ...(clashes.length > 0 ? { clashes } : {}),
  }
}

/** `mine`: the viewer's own place in the shift. */
export const shiftView = (
  { _id, sessionId, name, from, to, teamId, capacity, free }: ShiftHead,
  mine?: ShiftView['mine'],
): ShiftView => ({
  shiftId: _id,
  sessionId,
  name,
  from,
  to,
  teamId,
  capacity,
  free,
  ...(mine ? { mine } : {}),
})

/** The activity's whole page; `words` has the sentences about what an edit changed. */
export function activityDetailOf(
  activity: Activity,
  sessions: SessionView[],
  card: ActivityCard,
  mayRun: boolean,
  words: (change: Activity['changes'][number]['changes'][number]) => string,
  festivalDay: Day | undefined,
): ActivityDetail {
  const { summary, subsidyFen, subsidyPer, course, signup, photos, changes, cancelReason, rev } = activity
  return {
    ...card,
    summary,
    ...(subsidyFen ? { subsidyFen, subsidyPer: subsidyPer ?? 'course' } : {}),
    ...(course && { leastPercent: course.leastPercent }),
    partyMax: course ? 1 : signup.partyMax,
    ...(signup.audience === null ? {} : { audience: signup.audience }),
    sessions,
    photos: photos.map(({ fileId, caption }) => ({ fileId, ...(caption === null ? {} : { caption }) })),
    changes: changes.map((edit) => ({ at: edit.at, what: edit.changes.map(words) })).reverse(),
    ...(cancelReason === null ? {} : { cancelReason }),
    ...(mayRun ? { mayRun: true as const, rev } : {}),
    ...(mayRun && festivalDay !== undefined ? { festivalDay } : {}),
  }
}
