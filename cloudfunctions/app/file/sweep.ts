import { fileParts, files } from '#store/collections'
import { documents } from '#store/documents'
import { operator } from '#store/sdk'
import type { FileDocument } from '#store/shapes'
import { discard, keep } from '#store/storage'
import { pathOf } from './files'

/** How often a picture is asked whether its document is still there. */
const askAgainMs = 7 * 24 * 3_600_000

/**
 * Removes a due picture that nothing needs: never attached, let go, or its document is gone. One conditional write
 * decides it against somebody who attaches it in this moment; what a crash leaves undone is due again next minute.
 */
export async function sweep(file: FileDocument): Promise<void> {
  const now = Date.now()
  const { _id, state, attachedTo } = file
  if (state !== 'gone') {
    if (attachedTo && (await documents(attachedTo.collection).get(attachedTo.id))) {
      await files.update({ _id, dueAt: operator.lte(now) }, { dueAt: now + askAgainMs })
      return
    }
    if (!(await files.update({ _id, state, attachedTo, dueAt: operator.lte(now) }, { state: 'gone' }))) return
  }
  await fileParts.remove({ fileId: _id })
  // on its way into storage when a function died: putting nothing in its place tells what storage calls it
  const storageId =
    file.storageId ?? (state === 'receiving' ? null : await keep(pathOf(file), Buffer.from(' ')))
  if (storageId !== null) await discard(storageId)
  await files.remove({ _id, state: 'gone' })
}
