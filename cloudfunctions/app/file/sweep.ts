import { dayMs } from '#contract/shared/time'
import { fileParts, files } from '#store/collections'
import { open } from '#store/open'
import { discardObject, keepObject } from '#store/platform/storage'
import type { FileDocument } from '#store/rows/file'
import { atMost } from '#store/words/conditions'
import { pathOf } from './files'

/** How often a picture is asked whether its document is still there. */
const askAgainMs = 7 * dayMs

/**
 * Removes a due picture that nothing needs: never attached, let go, or its document is gone. One conditional write
 * decides it against somebody who attaches it in this moment; what a crash leaves undone is due again next minute.
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
  // on its way into storage when a function died: putting nothing in its place tells what storage calls it
  const storageId =
    file.storageId ?? (state === 'receiving' ? null : await keepObject(pathOf(file), Buffer.from(' ')))
  if (storageId !== null) await discardObject(storageId)
  await files.remove(_id, { state: 'gone' })
}
