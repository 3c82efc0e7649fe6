import type { Ask } from '#local/sample/driver'
import { pixel } from './pictures'

/** A worker says how far it is, with a picture. */
export async function showProgress(ask: Ask, worker: string, requestId: string): Promise<void> {
  const { fileId } = await ask(worker, 'file.begin', {
    purpose: 'request_photo',
    size: pixel.length,
    type: 'image/png',
  })
  await ask(worker, 'file.part', { fileId, index: 0, base64: pixel.toString('base64') })
  await ask(worker, 'request.progress', { requestId, note: '现场拍了一张。', fileIds: [fileId] })
}
