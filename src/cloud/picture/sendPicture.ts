import { type CallOutcome, call } from '#cloud/call/call'
import type { FilePurpose, PictureType } from '#contract/file'
import type { FileId, MemberId } from '#contract/shared/scalars'
import { pictureBytes } from './pictureStore'

/** A picture of a form, kept on the phone until the form is sent. */
export interface KeptPicture {
  /** The name of its bytes, and the id of the command that announces it. Sent again, it is the same file. */
  key: string
  /** In bytes. */
  size: number
  type: PictureType
}

export interface Sending {
  purpose: FilePurpose
  actingFor?: MemberId | undefined
  /** Called after each part. */
  onPart?: (sent: number, parts: number) => void
}

/** Sends a picture part by part. A sending that begins again makes no second file: the id is the same. */
export async function sendPicture(
  { key, size, type }: KeptPicture,
  { purpose, actingFor, onPart }: Sending,
): Promise<CallOutcome<{ fileId: FileId }>> {
  const begun = await call('file.begin', { purpose, size, type }, { commandId: key, actingFor })
  if (!begun.ok) return begun
  const { fileId, upload } = begun.data
  for (let index = 0; index < upload.parts; index++) {
    const from = index * upload.partBytes
    const base64 = await pictureBytes(key, from, Math.min(size, from + upload.partBytes))
    const taken = await call('file.part', { fileId, index, base64 }, { actingFor })
    if (!taken.ok) return taken
    onPart?.(index + 1, upload.parts)
    if (taken.data.state === 'ready') break
  }
  return { ok: true, data: { fileId } }
}
