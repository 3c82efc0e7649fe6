import { type MemberContext, no, yes } from '#app/call/context'
import { sha256 } from '#app/call/ids'
import { doorOf } from '#app/session/door'
import { atDoor } from '#app/session/seen'
import type { Input } from '#contract/shared/operation'
import type { Answer, Refusal } from '#contract/shared/refusal'
import type { CourseCompleted, trainingComplete } from '#contract/training'
import { decideDoorCloseNow } from '#core/session/door'
import { type LessonDoors, traineesOf } from '#core/training/attendance'
import { completeBar, decideComplete } from '#core/training/completing'
import { completionBy } from '#core/training/completion'
import { leastOf, lessonsThatCount, liveLessons } from '#core/training/course'
import { doors, sessions } from '#store/collections'
import { doorsOfCourse } from './attendance'
import { type CourseSession, ranCourse } from './courses'

/**
 * Completes a course: closes the lists of its lessons that are open, and gives a certificate to whoever was at enough
 * of them. Once more changes nothing, but for lessons that were made up since.
 */
export async function complete(
  context: MemberContext,
  { activityId, anyway = false }: Input<typeof trainingComplete>,
): Promise<Answer<CourseCompleted>> {
  const { member, command } = context
  const session = await ranCourse(context, activityId)
  if (!session) return no('not_found')
  const { course } = session
  const lists = await doorsOfCourse(course)
  const bar = completeBar(session, course, lists, command.at)
  if (bar === 'cancelled') return no('session_cancelled')
  if (bar && !(anyway && bar === 'lesson_untaken')) return no(bar)
  const open = await closeLists(context, session, lists)
  if (open) return open
  const completed = await context.change(sessions, session._id, command, (state) =>
    decideComplete(state, command, member._id),
  )
  if (completed.refusal) return completed.refusal
  return yes(await countedIn(session))
}

/** Closes every list that is open; a refusal where one could not be closed. */
async function closeLists(
  { command, community, change }: MemberContext,
  session: CourseSession,
  lists: LessonDoors,
): Promise<Refusal | undefined> {
  for (const { lessonId, from } of liveLessons(session.course)) {
    const here = atDoor(session, lessonId, from)
    if (!here || lists.get(lessonId)?.missed != null) continue
    await doorOf(here, community.limits)
    const key = sha256(`${command.key}:${lessonId}`).slice(0, 24)
    const closing = { ...command, key, fingerprint: key }
    const closed = await change(doors, lessonId, closing, (door) => decideDoorCloseNow(door, here, closing))
    if (closed.refusal) return closed.refusal
  }
  return undefined
}

async function countedIn(session: CourseSession): Promise<CourseCompleted> {
  const { course } = session
  const lists = await doorsOfCourse(course)
  const trainees = traineesOf(session, course, lists)
  return {
    completed: trainees.filter(({ memberId }) => completionBy(course, lists, [memberId])).length,
    trainees: trainees.length,
    least: leastOf(course),
    of: lessonsThatCount(course).length,
  }
}
