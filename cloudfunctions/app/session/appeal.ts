import { type MemberContext, no, yes } from '#app/call/context'
import type { sessionAppeal } from '#contract/session'
import type { Input } from '#contract/shared/operation'
import type { Answer } from '#contract/shared/refusal'
import { decideAppealMissed, runsSessionOf } from '#core/session/door'
import { activities, doors } from '#store/collections'
import { checkText } from '#store/platform/wechat'

/** A member who is said to have missed a session, or a lesson, explains. */
export async function appealMissed(
  { member, command, change, writer }: MemberContext,
  { sessionId, lessonId, note }: Input<typeof sessionAppeal>,
): Promise<Answer<{ state: 'appealed' }>> {
  if ((await checkText(writer, note)) === 'risky') return no('text_risky')
  const doorId = lessonId ?? sessionId
  const door = await doors.get(doorId)
  if (door && lessonId !== undefined && door.sessionId !== sessionId) return no('not_found')
  const activity = door && (await activities.get(door.activityId))
  const appealed = await change(doors, doorId, command, (state) =>
    decideAppealMissed(state, command, member, note, runsSessionOf(activity)),
  )
  return appealed.refusal ?? yes({ state: 'appealed' })
}
