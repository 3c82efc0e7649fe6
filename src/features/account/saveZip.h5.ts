import { exportText } from '#text/account/export'
import { download } from '#ui/device/download.h5'
import type { Saved } from './saveZip'

export const saveWords = (): string => exportText.download
export const savedWords = (): string => exportText.downloaded

/** Downloads the zip. */
export async function saveZip(bytes: Uint8Array): Promise<Saved> {
  download(new Blob([bytes as BlobPart], { type: 'application/zip' }), exportText.zip)
  return 'saved'
}

/** Does nothing: a page cannot remove a download. */
export function forgetZip(): void {}
