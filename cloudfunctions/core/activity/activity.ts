import type { ActivityKind, ActivityState, Audience, SubsidyRate } from '#contract/activity'
import type { SignupRule } from '#contract/session'
import type { Instant, MemberId, TeamId } from '#contract/shared/scalars'
import { type Aggregate, type Recorded, unwritten } from '#core/change/aggregate'
import { type Course, isCourse, spanOfCourse } from '#core/training/course'
import type { PlannedChange } from './change'

/** A shift as an activity plans it. */
export interface PlannedShift {
  shiftId: string
  name: string
  capacity: number
  teamId: TeamId
}
/** A session as an activity plans it; the session's own document says who has a place. */
export interface PlannedSession {
  sessionId: string
  from: Instant
  to: Instant
  capacity: number
  shifts: PlannedShift[]
  /** It was removed after the activity was published. */
  cancelled: boolean
}
export interface SignupPlan {
  opensAt: Instant
  closesAt: Instant
  rule: SignupRule
  partyMax: number
  audience: Audience | null
}
/** The part of an activity that whoever publishes it writes. */
export interface ActivityContent {
  kind: ActivityKind
  title: string
  summary: string
  place: string
  sessions: PlannedSession[]
  signup: SignupPlan
  subsidyFen: number | null
  /** What the subsidy is counted by; null or absent: the whole course. */
  subsidyPer?: SubsidyRate | null
  /** The lessons, where it is one course: then it has one session, which spans them. */
  course?: Course | null
  /** What one can do after a course. */
  gain?: string | null
  /** The template it was made from; null for none. */
  festival: string | null
  /** The team whose activity it is, and whose leaders run it; null or absent: the community's own. */
  teamId?: TeamId | null
}

export type ActivityEvent =
  | 'drafted'
  | 'published'
  | 'edited'
  | 'closed'
  | 'reopened'
  | 'finished'
  | 'cancelled'
  | 'taken_off'
  | 'photo_added'
  | 'photo_removed'

/** What a coordinator or a team's leader publishes. Its sessions and shifts follow what it plans. */
export interface Activity extends Aggregate, ActivityContent {
  state: ActivityState
  /** Who published it. */
  coordinatorId: MemberId
  createdAt: Instant
  /** Everybody may see it; a draft is for those who may run it. */
  published: boolean
  /** It is listed among coming activities; `jobs` ends this when the last session is over. */
  ahead: boolean
  /**
   * The beginning of the first session that is not cancelled, or of the first session if all are; a cancelled
   * activity keeps its last value.
   */
  firstFrom: Instant
  lastTo: Instant
  changes: { at: Instant; changes: PlannedChange[] }[]
  cancelReason: string | null
  photos: { fileId: string; caption: string | null }[]
  events: Recorded<ActivityEvent>[]
}

/** The sessions that are not cancelled. */
export const uncancelledSessions = ({ sessions }: Pick<Activity, 'sessions'>): PlannedSession[] =>
  sessions.filter(({ cancelled }) => !cancelled)

/** The content with its session from the first lesson to the last, where it is a course. */
export function withCourseSpan<Content extends Pick<ActivityContent, 'sessions' | 'course'>>(
  content: Content,
): Content {
  if (!isCourse(content)) return content
  const span = spanOfCourse(content.course)
  return { ...content, sessions: content.sessions.map((session) => ({ ...session, ...span })) }
}

/** From the first beginning to the last end. */
export function spanOf(content: Pick<ActivityContent, 'sessions'>): { firstFrom: Instant; lastTo: Instant } {
  const live = uncancelledSessions(content)
  const counted = live.length > 0 ? live : content.sessions
  return {
    firstFrom: Math.min(...counted.map(({ from }) => from)),
    lastTo: Math.max(...counted.map(({ to }) => to)),
  }
}

/** An activity before its first draft is saved. */
export function newActivity(
  id: string,
  coordinator: { _id: MemberId; communityId: string },
  content: ActivityContent,
  at: Instant,
): Activity {
  return {
    _id: id,
    communityId: coordinator.communityId,
    ...unwritten(),
    ...content,
    ...spanOf(content),
    state: 'draft',
    coordinatorId: coordinator._id,
    createdAt: at,
    published: false,
    ahead: false,
    changes: [],
    cancelReason: null,
    photos: [],
  }
}
