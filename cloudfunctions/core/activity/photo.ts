import { manyPhotos } from '#contract/activity'
import { type Command, type Decision, owing, record } from '../aggregate'
import type { Activity } from './activity'

/** Shows a picture on the activity's page. The one that stands there already stays as it is. */
export function decideAddPhoto(
  activity: Activity,
  command: Command,
  photo: Activity['photos'][number],
): Decision<Activity> {
  const { photos } = activity
  if (photos.some(({ fileId }) => fileId === photo.fileId)) return { next: activity }
  if (photos.length >= manyPhotos) return { refusal: 'photos_full' }
  const next: Activity = { ...record(activity, command, 'photo_added'), photos: [...photos, photo] }
  return owing(next, command, [], activity.wakesAt)
}

/** Takes a picture off the page, and out of storage. */
export function decideRemovePhoto(activity: Activity, command: Command, fileId: string): Decision<Activity> {
  const photos = activity.photos.filter((photo) => photo.fileId !== fileId)
  if (photos.length === activity.photos.length) return { next: activity }
  const next: Activity = { ...record(activity, command, 'photo_removed'), photos }
  return owing(next, command, [{ effect: 'releaseFiles', fileIds: [fileId] }], activity.wakesAt)
}
