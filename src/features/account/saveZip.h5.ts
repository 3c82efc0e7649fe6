import { exportedText } from '#text/account/exported'
import type { Saved } from './saveZip'

export const saveWords = (): string => exportedText.download
export const savedWords = (): string => exportedText.downloaded

/** How long a browser may take to begin a download from memory. */
const beginMs = 60_000

/** Downloads the zip. */
export async function saveZip(bytes: Uint8Array): Promise<Saved> {
  const url = URL.createObjectURL(new Blob([bytes as BlobPart], { type: 'application/zip' }))
  const link = document.createElement('a')
  link.href = url
  link.download = exportedText.zip
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), beginMs)
  return 'saved'
}

/** The browser's own downloads are the person's. */
export function forgetZip(): void {}
