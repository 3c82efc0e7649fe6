import { manyPhotos } from '#contract/activity'
import { type Command, type Decision, withEffects, withEvent } from '#core/change/aggregate'
import type { Activity } from './activity'

/** Adds pictures to the activity's page; those that are there already stay. */
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
  return withEffects(
    { ...withEvent(activity, command, 'photo_added'), photos },
    command,
    [],
    activity.wakesAt,
  )
}

/** Removes a picture from the page and from storage. */
export function decideRemovePhoto(activity: Activity, command: Command, fileId: string): Decision<Activity> {
  const photos = activity.photos.filter((photo) => photo.fileId !== fileId)
  if (photos.length === activity.photos.length) return { next: activity }
  const next: Activity = { ...withEvent(activity, command, 'photo_removed'), photos }
  return withEffects(next, command, [{ effect: 'releaseFiles', fileIds: [fileId] }], activity.wakesAt)
}
