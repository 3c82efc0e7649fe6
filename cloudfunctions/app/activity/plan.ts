import { derivedId } from '#app/call/ids'
import type { activitySaveDraft, Published } from '#contract/activity'
import type { Input } from '#contract/shared/operation'
import type { Issue } from '#contract/shared/refusal'
import type { TeamId } from '#contract/shared/scalars'
import { dayMs } from '#contract/shared/time'
import {
  type Activity,
  type ActivityContent,
  type PlannedSession,
  type PlannedShift,
  type SignupPlan,
  withCourseSpan,
} from '#core/activity/activity'
import { type Course, type Lesson, liveLessons } from '#core/training/course'
import type { CommunityDocument } from '#store/rows/community'

type Written = Input<typeof activitySaveDraft>
type WrittenSession = Written['sessions'][number]

/** A part that was written does not exist; the issue says which and why. */
export class UnknownPart extends Error {
  constructor(readonly issue: Issue) {
    super(issue.message)
  }
}

/**
 * An edit that names no session means those that stand, in their order: otherwise whoever writes an activity
 * anew would call its sessions off. The same holds for the shifts of each.
 */
export function continued(
  written: readonly WrittenSession[],
  before: readonly PlannedSession[],
): readonly WrittenSession[] {
  if (written.some(({ sessionId }) => sessionId !== undefined)) return written
  const standing = before.filter(({ cancelled }) => !cancelled)
  return written.map((session, index) => {
    const past = standing[index]
    const { shifts } = session
    return {
      ...session,
      ...(past && { sessionId: past.sessionId }),
      ...(past && shifts && { shifts: continuedShifts(shifts, past.shifts) }),
    }
  })
}

function continuedShifts(written: NonNullable<WrittenSession['shifts']>, before: readonly PlannedShift[]) {
  if (written.some(({ shiftId }) => shiftId !== undefined)) return written
  return written.map((shift, index) => ({
    ...shift,
    ...(before[index] && { shiftId: before[index].shiftId }),
  }))
}

/** What every part of a plan is made with. */
export interface Planning {
  /** The command's key, from which new ids derive. */
  key: string
  community: CommunityDocument
  /** The activity's team, and which it was before; null for the community's own. */
  team: TeamId | null
  before?: { team: TeamId | null; sessions: readonly PlannedSession[]; course?: Course | null }
}

/** The team of the shifts that name none. */
const teamOfShifts = (team: TeamId | null, { womensTeamId, teams }: CommunityDocument): TeamId | undefined =>
  team ?? womensTeamId ?? teams[0]?.teamId

/** Shifts that were their activity's team's go with it to another. */
export function withTeamMoved(planning: Planning): PlannedSession[] {
  const { before, community, team } = planning
  const was = teamOfShifts(before?.team ?? null, community)
  const now = teamOfShifts(team, community)
  return (before?.sessions ?? []).map((session) => ({
    ...session,
    shifts: session.shifts.map((shift) =>
      shift.teamId === was && now !== undefined ? { ...shift, teamId: now } : shift,
    ),
  }))
}

/**
 * Makes the sessions as they will be kept. The id of a new one derives from the command, so a repeat plans
 * the same one. Throws UnknownPart for a session, shift or team that does not exist.
 */
export function plannedSessions(written: readonly WrittenSession[], planning: Planning): PlannedSession[] {
  const { key } = planning
  const before = planning.before ? withTeamMoved(planning) : []
  const twice = written.findIndex(
    ({ sessionId }, index) =>
      sessionId !== undefined && written.findIndex((other) => other.sessionId === sessionId) !== index,
  )
  if (twice >= 0)
    throw new UnknownPart({ path: `sessions.${twice}.sessionId`, message: 'stands there twice' })
  return written.map(({ sessionId, from, to, capacity, shifts = [] }, index) => {
    const past = before.find((session) => session.sessionId === sessionId)
    if (sessionId !== undefined && !past)
      throw new UnknownPart({
        path: `sessions.${index}.sessionId`,
        message: 'is not a session of this activity',
      })
    return {
      sessionId: past?.sessionId ?? derivedId('s', key, String(index)),
      from,
      to,
      capacity,
      shifts: shifts.map((shift, shiftIndex) =>
        plannedShift(shift, { sessionIndex: index, shiftIndex, past: past?.shifts ?? [] }, planning),
      ),
      cancelled: past?.cancelled ?? false,
    }
  })
}

function plannedShift(
  { shiftId, name, capacity, teamId }: NonNullable<WrittenSession['shifts']>[number],
  at: { sessionIndex: number; shiftIndex: number; past: PlannedShift[] },
  { key, community, team: activityTeam }: Planning,
): PlannedShift {
  const path = `sessions.${at.sessionIndex}.shifts.${at.shiftIndex}`
  const known = at.past.find((shift) => shift.shiftId === shiftId)
  if (shiftId !== undefined && !known)
    throw new UnknownPart({ path: `${path}.shiftId`, message: 'is not a shift of this session' })
  const team = teamId ?? known?.teamId ?? teamOfShifts(activityTeam, community)
  if (team === undefined || !community.teams.some((each) => each.teamId === team))
    throw new UnknownPart({ path: `${path}.teamId`, message: 'is not a team of this community' })
  return {
    shiftId: known?.shiftId ?? derivedId('f', key, String(at.sessionIndex), String(at.shiftIndex)),
    name,
    capacity,
    teamId: team,
  }
}

type WrittenLesson = NonNullable<Written['lessons']>[number]

/** An edit that names no lesson means those that stand, in their order. */
function continuedLessons(
  written: readonly WrittenLesson[],
  before: readonly Lesson[],
): readonly WrittenLesson[] {
  if (written.some(({ lessonId }) => lessonId !== undefined)) return written
  const standing = before.filter(({ cancelled }) => !cancelled)
  return written.map((lesson, index) => ({
    ...lesson,
    ...(standing[index] && { lessonId: standing[index].lessonId }),
  }))
}

/**
 * Makes the lessons of a course as they will be kept; undefined where none are written. The id of a new one derives
 * from the command. Throws UnknownPart for a lesson that does not exist, or that cannot be made up for.
 */
export function plannedCourse(
  written: Pick<Written, 'lessons' | 'leastPercent'>,
  { key, community }: Pick<Planning, 'key' | 'community'>,
  before?: Course | null,
): Course | undefined {
  const stood = new Map((before?.lessons ?? []).map((lesson) => [lesson.lessonId, lesson]))
  const { lessons, leastPercent = before?.leastPercent ?? community.limits.courseLeastPercent } = written
  if (lessons === undefined || lessons.length === 0)
    return before && written.leastPercent !== undefined ? { ...before, leastPercent } : undefined
  const seen = new Set<string>()
  const planned = continuedLessons(lessons, before?.lessons ?? []).map((lesson, index): Lesson => {
    const { lessonId, from, to, place = null, trainer = null, makesUp = null } = lesson
    const path = `lessons.${index}`
    const past = lessonId === undefined ? undefined : stood.get(lessonId)
    if (lessonId !== undefined && (!past || seen.has(lessonId)))
      throw new UnknownPart({ path: `${path}.lessonId`, message: 'is not a lesson of this course, or twice' })
    if (lessonId !== undefined) seen.add(lessonId)
    const made = makesUp === null ? undefined : stood.get(makesUp)
    if (makesUp !== null && (!made || made.makesUp !== null))
      throw new UnknownPart({ path: `${path}.makesUp`, message: 'is not a lesson that can be made up for' })
    const id = past?.lessonId ?? derivedId('l', key, String(index))
    return { lessonId: id, from, to, place, trainer, makesUp, cancelled: false }
  })
  return { lessons: planned, leastPercent }
}

/** Refuses sessions that do not fit: a course has one, without shifts; any other is over within a day. */
export function refuseUnfit(sessions: readonly WrittenSession[], course: boolean): void {
  const refused = (path: string, message: string) => {
    throw new UnknownPart({ path, message })
  }
  if (course && sessions.length !== 1) refused('sessions', 'a course has one session for all its lessons')
  for (const [index, { from, to, shifts = [], capacity }] of sessions.entries()) {
    if (course && shifts.length > 0) refused(`sessions.${index}.shifts`, 'a course has no shifts')
    if (course && capacity === 0) refused(`sessions.${index}.capacity`, 'a course has places')
    if (!course && to - from > dayMs) refused(`sessions.${index}.to`, 'at most twenty-four hours')
  }
}

export const plannedSignup = ({ audience, ...signup }: Written['signup']): SignupPlan => ({
  ...signup,
  audience: audience ?? null,
})

export function plannedContent(
  written: Omit<Written, 'activityId' | 'rev'>,
  planning: Planning,
): ActivityContent {
  const { kind, title, summary, place, sessions, signup, subsidyFen, subsidyPer, gain, festival } = written
  const course = plannedCourse(written, planning, planning.before?.course)
  if (course && kind !== 'training')
    throw new UnknownPart({ path: 'kind', message: 'only a training has lessons' })
  refuseUnfit(sessions, course !== undefined)
  return withCourseSpan({
    kind,
    title,
    summary,
    place,
    sessions: plannedSessions(sessions, planning),
    signup: plannedSignup(signup),
    subsidyFen: subsidyFen ?? null,
    ...(subsidyPer && { subsidyPer }),
    ...(course && { course }),
    ...(gain && { gain }),
    festival: festival ?? null,
    teamId: planning.team,
  })
}

/** The ids of the sessions and shifts that take place, in the order they were written. */
export function publishedOf({
  _id,
  sessions,
  course,
}: Pick<Activity, '_id' | 'sessions' | 'course'>): Published {
  const live = sessions.filter(({ cancelled }) => !cancelled)
  const counted = live.length > 0 ? live : sessions
  return {
    activityId: _id,
    sessionIds: counted.map(({ sessionId }) => sessionId),
    shiftIds: counted.flatMap(({ shifts }) => shifts.map(({ shiftId }) => shiftId)),
    ...(course && { lessonIds: liveLessons(course).map(({ lessonId }) => lessonId) }),
  }
}
