import { manyPhotos } from '#contract/activity'
import { type Command, type Decision, owing, record } from '#core/change/aggregate'
import type { Activity } from './activity'

/** Shows pictures on the activity's page. Those that stand there already stay as they are. */
export function decideAddPhotos(
  activity: Activity,
  command: Command,
  added: Activity['photos'],
): Decision<Activity> {
  const shown = new Set(activity.photos.map(({ fileId }) => fileId))
  const fresh = added.filter(({ fileId }) => !shown.has(fileId))
  if (fresh.length === 0) return { next: activity }
  const photos = [...activity.photos, ...fresh]
  if (photos.length > manyPhotos) return { refusal: 'photos_full' }
  return owing({ ...record(activity, command, 'photo_added'), photos }, command, [], activity.wakesAt)
}

/** Takes a picture off the page, and out of storage. */
export function decideRemovePhoto(activity: Activity, command: Command, fileId: string): Decision<Activity> {
  const photos = activity.photos.filter((photo) => photo.fileId !== fileId)
  if (photos.length === activity.photos.length) return { next: activity }
  const next: Activity = { ...record(activity, command, 'photo_removed'), photos }
  return owing(next, command, [{ effect: 'releaseFiles', fileIds: [fileId] }], activity.wakesAt)
}
