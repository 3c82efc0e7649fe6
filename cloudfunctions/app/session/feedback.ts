import { type Context, type MemberContext, no, yes } from '#app/call/context'
import { ownDoorsOfCourse } from '#app/training/attendance'
import type { Limits } from '#contract/community'
import type { Feedbacks, sessionFeedback, sessionOne } from '#contract/session'
import type { Input } from '#contract/shared/operation'
import type { Answer } from '#contract/shared/refusal'
import type { MemberId } from '#contract/shared/scalars'
import { dayMs, minuteMs } from '#contract/shared/time'
import {
  type Aftermath,
  aftermathOf,
  type Feedback,
  feedbackBar,
  feedbackId,
  feedbacksOf,
  type OwnAftermath,
  type OwnDoor,
} from '#core/session/feedback'
import type { Session } from '#core/session/session'
import { type LessonDoor, ownLessons, wholeDoor } from '#core/training/attendance'
import { isCourse } from '#core/training/course'
import { doors, feedbacks } from '#store/collections'
import { checkText } from '#store/platform/wechat'
import { ranWith, seenWith } from './seen'

/** No session holds more parties. */
const manyFeedbacks = 500

/** Somebody who was at a session gives stars, and words if they like. They can do so once. */
export async function give(
  { member, command, community, writer }: MemberContext,
  { sessionId, stars, comment: written }: Input<typeof sessionFeedback>,
): Promise<Answer<{ stars: number }>> {
  const comment = written ?? null
  const { _id: memberId, communityId } = member
  const [session, list, said] = await Promise.all([
    seenWith(sessionId, memberId),
    doors.get(sessionId),
    feedbacks.get(feedbackId(sessionId, memberId)),
  ])
  if (!session) return no('not_found')
  const door = isCourse(session) ? wholeDoor(await ownDoorsOfCourse(session.course, memberId)) : list
  const answer = (past: Feedback) => {
    if (past.fingerprint === command.fingerprint) return yes({ stars: past.stars })
    return no(past.command === command.key ? 'conflict' : 'feedback_said')
  }
  if (said) return answer(said)
  const bar = feedbackBar(session, door, memberId, command.at, community.limits)
  if (bar) return no(bar)
  if (comment !== null && (await checkText(writer, comment)) === 'risky') return no('text_risky')
  const feedback = {
    _id: feedbackId(sessionId, memberId),
    communityId,
    sessionId,
    activityId: session.activityId,
    memberId,
    stars,
    comment,
    at: command.at,
    command: command.key,
    fingerprint: command.fingerprint,
  }
  if (await feedbacks.insert(feedback)) return yes({ stars })
  const first = await feedbacks.get(feedback._id)
  return first ? answer(first) : no('conflict')
}

/** Shows how often each number of stars was given, and the words without names. */
export async function readFeedbacks(
  context: Context,
  { sessionId }: Input<typeof sessionOne>,
): Promise<Answer<Feedbacks>> {
  if (!(await ranWith(context, sessionId, []))) return no('not_found')
  const all = await feedbacks.find(
    'bySession',
    { sessionId },
    { limit: manyFeedbacks, fields: ['stars', 'comment', 'at'] },
  )
  return yes(feedbacksOf(all))
}

type Seen = Pick<Session, '_id' | 'state' | 'from' | 'to' | 'roster' | 'course'>

/**
 * What became of a member's places, by session. Only sessions that may have begun are read, and no other
 * party's marks; of a course the lists of its lessons as well.
 */
export async function aftermaths(
  found: readonly Seen[],
  memberId: MemberId,
  now: number,
  limits: Limits,
): Promise<Map<string, OwnAftermath>> {
  const begun = found.filter(
    ({ from, roster }) => roster[memberId] && now >= from - limits.doorOpensMinutes * minuteMs,
  )
  if (begun.length === 0) return new Map()
  const ids = begun.map(({ _id }) => _id)
  const lessonIds = begun.flatMap(({ course }) => (course?.lessons ?? []).map(({ lessonId }) => lessonId))
  const entries = { marks: memberId, missed: memberId, appeals: memberId }
  const [lists, said] = await Promise.all([
    doors.getMany([...ids, ...lessonIds], { fields: ['untaken'], entries }),
    feedbacks.getMany(
      ids.map((id) => feedbackId(id, memberId)),
      { fields: ['sessionId', 'stars'] },
    ),
  ])
  const doorOf = new Map<string, LessonDoor>(lists.map((door) => [door._id, door]))
  const starsOf = new Map(said.map(({ sessionId, stars }) => [sessionId, stars]))
  return new Map(
    begun.map((session) => {
      const { _id } = session
      const own = (door: OwnDoor | undefined) =>
        aftermathOf(session, door, starsOf.get(_id), memberId, now, limits)
      if (!isCourse(session)) return [_id, { own: own(doorOf.get(_id)) }]
      const correctable = now <= session.to + limits.attendanceFixDays * dayMs
      return [
        _id,
        {
          own: ofCourse(own({ ...doorOf.get(_id), ...wholeDoor(lessonsOf(session, doorOf)) })),
          lessons: ownLessons(session.course, doorOf, memberId, correctable),
        },
      ]
    }),
  )
}

const lessonsOf = ({ course }: Seen, doorOf: ReadonlyMap<string, LessonDoor>): Map<string, LessonDoor> =>
  new Map(
    (course?.lessons ?? []).flatMap(({ lessonId }): [string, LessonDoor][] => {
      const door = doorOf.get(lessonId)
      return door ? [[lessonId, door]] : []
    }),
  )

/** Whether somebody is there is said of each lesson, and not of a course. */
const ofCourse = ({ present: _, ...own }: Aftermath): Aftermath => own
