import { type MemberContext, no, yes } from '#app/call/context'
import { attach, releaseFiles } from '#app/file/files'
import type { activityAddPhotos, activityRemovePhoto } from '#contract/activity'
import type { Input } from '#contract/shared/operation'
import type { Answer } from '#contract/shared/refusal'
import { decideAddPhotos, decideRemovePhoto } from '#core/activity/photo'
import { activities, files } from '#store/collections'
import { checkText } from '#store/platform/wechat'
import { runs } from './running'

/**
 * Shows pictures on an activity's page after WeChat has checked the pictures and their words. They are
 * attached before the activity names them: after a crash in between nothing is shown.
 */
export async function addPhotos(
  context: MemberContext,
  { activityId, fileIds, caption: written }: Input<typeof activityAddPhotos>,
): Promise<Answer<{ photos: number }>> {
  const { member, command } = context
  const caption = written ?? null
  const photos = [...new Set(fileIds)].map((fileId) => ({ fileId, caption }))
  const activity = await activities.get(activityId)
  if (!activity || !runs(context, activity)) return no('not_found')
  const decided = decideAddPhotos(activity, command, photos)
  if (decided.refusal) return no(decided.refusal)
  if (caption !== null && (await checkText(context.writer, caption)) === 'risky') return no('text_risky')
  const sent = await files.getMany([...fileIds])
  if (sent.some(({ ownerId, state, checked }) => ownerId === member._id && state === 'ready' && !checked))
    return no('picture_unchecked')
  const here = { collection: 'activities', id: activityId } as const
  if (!(await attach(context, member._id, fileIds, 'activity_photo', here))) return no('picture_gone')
  const changed = await context.change(activities, activityId, command, (state) =>
    runs(context, state) ? decideAddPhotos(state, command, photos) : { refusal: 'not_found' },
  )
  if (changed.refusal) {
    // others may have filled the page meanwhile
    await releaseFiles(fileIds, command.at)
    return changed.refusal
  }
  return yes({ photos: changed.state.photos.length })
}

export async function removePhoto(
  context: MemberContext,
  { activityId, fileId }: Input<typeof activityRemovePhoto>,
): Promise<Answer<{ photos: number }>> {
  const { command } = context
  const changed = await context.change(activities, activityId, command, (activity) =>
    runs(context, activity) ? decideRemovePhoto(activity, command, fileId) : { refusal: 'not_found' },
  )
  return changed.refusal ?? yes({ photos: changed.state.photos.length })
}
