import type { InputOf } from '#contract/operations'
import type { Answer } from '#contract/refusal'
import { decideAddPhoto, decideRemovePhoto } from '#core/activity/photo'
import { activities, files } from '#store/collections'
import { checkText } from '#store/wechat'
import { change } from './change'
import { type MemberContext, no, yes } from './context'
import { attach, release } from './files'

/**
 * Shows a picture on an activity's page, once WeChat has found nothing in the picture nor in its words. It belongs to
 * the activity before the page says so: a crash in between shows nothing, and the sweep removes it with the activity.
 */
export async function addPhoto(
  context: MemberContext,
  { activityId, fileId, caption: written }: InputOf<'activity.addPhoto'>,
): Promise<Answer<{ photos: number }>> {
  const { member, command } = context
  const caption = written ?? null
  const photo = { fileId, caption }
  const activity = await activities.get(activityId)
  if (!activity) return no('not_found')
  const decided = decideAddPhoto(activity, command, photo)
  if (decided.refusal) return no(decided.refusal)
  if (caption !== null && (await checkText(member.openid, caption)) === 'risky') return no('text_risky')
  const file = await files.get(fileId)
  if (file?.ownerId === member._id && file.state === 'ready' && !file.checked) return no('picture_unchecked')
  const here = { collection: 'activities', id: activityId } as const
  if (!(await attach(context, member._id, [fileId], 'activity_photo', here))) return no('picture_gone')
  const changed = await change(activities, activityId, command, (state) =>
    decideAddPhoto(state, command, photo),
  )
  if (changed.refusal) {
    // others have filled the page meanwhile
    await release([fileId], command.at)
    return changed.refusal
  }
  return yes({ photos: changed.state.photos.length })
}

export async function removePhoto(
  { command }: MemberContext,
  { activityId, fileId }: InputOf<'activity.removePhoto'>,
): Promise<Answer<{ photos: number }>> {
  const changed = await change(activities, activityId, command, (activity) =>
    decideRemovePhoto(activity, command, fileId),
  )
  return changed.refusal ?? yes({ photos: changed.state.photos.length })
}
