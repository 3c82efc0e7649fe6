import type { FilePurpose } from '#contract/file'
import type { Ask } from '#local/sample/driver'
import { pixel } from './pictures'

/** Sends a picture as the client does; it has been checked when this resolves. */
async function sent(ask: Ask, who: string, purpose: FilePurpose): Promise<string> {
  const { fileId } = await ask(who, 'file.begin', { purpose, size: pixel.length, type: 'image/png' })
  await ask(who, 'file.part', { fileId, index: 0, base64: pixel.toString('base64') })
  return fileId
}

/** A worker reports progress with a picture. */
export async function showProgress(ask: Ask, worker: string, requestId: string): Promise<void> {
  const fileIds = [await sent(ask, worker, 'request_photo')]
  await ask(worker, 'request.progress', { requestId, note: '现场拍了一张。', fileIds })
}

/** A coordinator adds photos to an activity: some with captions, one without. */
export async function showPhotos(ask: Ask, coordinator: string, activityId: string): Promise<void> {
  const add = async (count: number, more: { caption?: string }) => {
    const fileIds: string[] = []
    for (let at = 0; at < count; at++) fileIds.push(await sent(ask, coordinator, 'activity_photo'))
    await ask(coordinator, 'activity.addPhotos', { activityId, fileIds, ...more })
  }
  await add(2, { caption: '大家一起搓汤圆' })
  await add(4, { caption: '煮好的汤圆端给楼里走不动的老人，每家一碗，热乎乎的，黑芝麻馅的最受欢迎' })
  await add(1, {})
}
