import type { Settings } from '#app/call/settings'
import { closedName } from '#app/notice/noticeText'
import { openNames } from '#app/session/company'
import type { MemberId } from '#contract/shared/scalars'
import type { Activity } from '#core/activity/activity'
import { type Session, signupId } from '#core/session/session'
import { ownPresence } from '#core/training/attendance'
import { type Course, isCourse } from '#core/training/course'
import { activities, sessions, signups } from '#store/collections'
import { ownDoorsOfCourse } from './attendance'

/** A course with its roster. */
export interface FoundCourse {
  activity: Activity
  session: Session
  course: Course
}

/** Reads an activity that is a course and has been published, with its one session. */
export async function courseOf(activityId: string): Promise<FoundCourse | undefined> {
  const activity = await activities.get(activityId)
  const sessionId = activity?.sessions[0]?.sessionId
  if (!activity?.published || !isCourse(activity) || sessionId === undefined) return undefined
  const session = await sessions.get(sessionId)
  return session && isCourse(session) ? { activity, session, course: session.course } : undefined
}

/** Whose place it is in which course. */
interface Place {
  sessionId: string
  memberId: MemberId
}

/** The names of these people as the rosters of their courses have them; whoever was forgotten has none. */
export async function traineeNames(
  places: readonly Place[],
  settings: Settings,
): Promise<(place: Place) => string> {
  const ids = [...new Set(places.map(({ sessionId, memberId }) => signupId(sessionId, memberId)))]
  const found = new Map((await signups.getMany(ids)).map((signup) => [signup._id, signup]))
  return ({ sessionId, memberId }) => {
    const signup = found.get(signupId(sessionId, memberId))
    const [trainee] = openNames(sessionId, memberId, signup, undefined, settings)
    return trainee ?? signup?.name ?? closedName
  }
}

/** Whether somebody is a trainee: they have a place, or have left it and were at a lesson. */
export async function isTrainee({ session, course }: FoundCourse, memberId: MemberId): Promise<boolean> {
  const party = session.roster[memberId]
  if (!party || party.state === 'confirmed') return party !== undefined
  return ownPresence(course, await ownDoorsOfCourse(course, memberId), memberId).size > 0
}
