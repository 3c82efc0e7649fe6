import type { FilePurpose, PictureType } from '#contract/file'
import type { Answer } from '#contract/shared/refusal'
import type { Person, Sending } from './house'

/** Sends a picture as the client does, part by part; answers the answer to the last part. */
export async function sendPicture(
  person: Pick<Person, 'ask' | 'send'>,
  purpose: FilePurpose,
  bytes: Buffer,
  type: PictureType = 'image/jpeg',
  more: Sending = {},
): Promise<{ fileId: string; last: Answer<{ state: string }> }> {
  const { fileId, upload } = await person.ask('file.begin', { purpose, size: bytes.length, type }, more)
  let last: Answer<{ state: string }> | undefined
  for (let index = 0; index < upload.parts; index++) {
    const base64 = bytes.subarray(index * upload.partBytes, (index + 1) * upload.partBytes).toString('base64')
    last = await person.send('file.part', { fileId, index, base64 }, more)
  }
  if (!last) throw new Error('a picture has a part')
  return { fileId, last }
}
