import { dayMs } from '#contract/shared/time'
import { fileParts, files } from '#store/collections'
import { open } from '#store/open'
import { discardObject, keepObject } from '#store/platform/storage'
import type { FileDocument } from '#store/rows/file'
import { atMost } from '#store/words/conditions'
import { pathOf } from './files'

/** So often the sweep looks whether a picture's document still exists. */
const askAgainMs = 7 * dayMs

/**
 * Removes a due picture that was never attached, was released, or whose document is gone. One conditional
 * write decides against somebody who attaches it at this moment. What a crash leaves undone is due again in a
 * minute.
 */
export async function sweep(file: FileDocument): Promise<void> {
  const now = Date.now()
  const { _id, state, attachedTo } = file
  if (state !== 'gone') {
    if (attachedTo && (await open(attachedTo.collection).get(attachedTo.id))) {
      await files.update({ _id, dueAt: atMost(now) }, { dueAt: now + askAgainMs })
      return
    }
    if (!(await files.update({ _id, state, attachedTo, dueAt: atMost(now) }, { state: 'gone' }))) return
  }
  await fileParts.removeAll('byFile', { fileId: _id })
  // a function died while it stored this picture; writing an empty object to the path tells its storage id
  const storageId =
    file.storageId ?? (state === 'receiving' ? null : await keepObject(pathOf(file), Buffer.from(' ')))
  if (storageId !== null) await discardObject(storageId)
  await files.remove(_id, { state: 'gone' })
}
