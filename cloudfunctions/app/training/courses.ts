import { ownTeams, runs } from '#app/activity/running'
import type { Context } from '#app/call/context'
import type { Session } from '#core/session/session'
import { type Course, isCourse } from '#core/training/course'
import { activities, sessions } from '#store/collections'

/** The session of a course. */
export type CourseSession = Session & { course: Course }

/** Finds the course of an activity that the caller runs; undefined for any other activity, and for everybody else. */
export async function ranCourse(context: Context, activityId: string): Promise<CourseSession | undefined> {
  if (ownTeams(context) !== 'every') {
    const [activity] = await activities.getMany([activityId], { fields: ['teamId'] })
    if (!activity || !runs(context, activity)) return undefined
  }
  const [session] = await sessions.find('ofActivities', { activityId }, { limit: 1 })
  return session && isCourse(session) ? session : undefined
}
