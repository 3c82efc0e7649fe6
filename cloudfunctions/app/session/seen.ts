import { runsId } from '#app/activity/running'
import type { Context } from '#app/call/context'
import type { Instant, MemberId } from '#contract/shared/scalars'
import type { DoorHead } from '#core/session/door'
import type { Session } from '#core/session/session'
import { signupFields } from '#core/session/view'
import { isCourse, lessonAt, lessonOf } from '#core/training/course'
import { sessions } from '#store/collections'

/** What a page shows of every session. */
export const headFields = [...signupFields, 'activityId', 'from', 'free'] as const

const seenFields = [
  ...headFields,
  'communityId',
  'title',
  'partyMax',
  'audience',
  'childAfter',
  'course',
] as const

/** A session without its line, and of its roster only some parties. */
export type Seen = Pick<Session, '_id' | 'roster' | (typeof seenFields)[number]>

/** A session, or one lesson of a course, as its door sees it: `_id`, `from` and `to` are the door's. */
export type AtDoor = Seen & Pick<DoorHead, 'sessionId'> & { courseEnds?: Instant }

/**
 * What stands at the door of a session: itself, or of a course the lesson that is named, or else the one that is on.
 * Undefined for a lesson that it has not.
 */
export function atDoor<Held extends Pick<Session, '_id' | 'from' | 'to' | 'state' | 'course'>>(
  session: Held,
  lessonId: string | undefined,
  now: Instant,
): (Held & Pick<AtDoor, 'sessionId' | 'courseEnds'>) | undefined {
  if (!isCourse(session)) return lessonId === undefined || lessonId === session._id ? session : undefined
  const { course } = session
  const lesson = lessonId === undefined ? lessonAt(course, now) : lessonOf(course, lessonId)
  if (!lesson) return undefined
  const { from, to, cancelled } = lesson
  return {
    ...session,
    _id: lesson.lessonId,
    sessionId: session._id,
    from,
    to,
    courseEnds: session.to,
    ...(cancelled && { state: 'cancelled' }),
  }
}

/** Reads a session with the parties of these members alone, so that the others cost nothing. */
export async function seenWith(
  sessionId: string,
  memberIds: MemberId | readonly MemberId[],
): Promise<Seen | undefined> {
  const [seen] = await sessions.getMany([sessionId], { fields: seenFields, entries: { roster: memberIds } })
  return seen && { ...seen, roster: seen.roster ?? {} }
}

/** The same, for whoever runs the session; undefined for everybody else. */
export async function ranWith(
  context: Context,
  sessionId: string,
  memberIds: MemberId | readonly MemberId[],
): Promise<Seen | undefined> {
  const seen = await seenWith(sessionId, memberIds)
  return seen && (await runsId(context, seen.activityId)) ? seen : undefined
}
