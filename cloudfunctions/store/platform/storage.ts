import { patiently } from '#store/engine/faults'
import { storage } from '#store/engine/sdk'

/**
 * Pictures in the platform's storage, by path. Clients may neither read nor write there: only the functions
 * store objects, give out short-lived addresses and remove objects. What these calls send was measured with
 * wx-server-sdk 4.0.2, see docs/adr/0021.
 */

/**
 * Stores bytes at a path and answers the storage's id. Storing again at the same path replaces the object.
 */
export async function keepObject(path: string, bytes: Uint8Array): Promise<string> {
  const { fileID } = await patiently(() =>
    storage.uploadFile({ cloudPath: path, fileContent: Buffer.from(bytes) }),
  )
  return fileID
}

/** An address under which anybody can fetch the object until it expires; undefined where there is none. */
export async function objectAddressOf(storageId: string, seconds: number): Promise<string | undefined> {
  const answer = await patiently(async () =>
    storage.getTempFileURL({ fileList: [{ fileID: storageId, maxAge: seconds }] }),
  )
  const [found] = answer ? answer.fileList : []
  return found?.status === 0 && found.tempFileURL ? found.tempFileURL : undefined
}

/** Removes an object; one that is gone already is no fault. */
export async function discardObject(storageId: string): Promise<void> {
  await patiently(async () => storage.deleteFile({ fileList: [storageId] }))
}
