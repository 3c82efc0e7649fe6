import { minuteMs } from '#contract/shared/time'
import { exportText } from '#text/account/export'
import type { Saved } from './saveZip'

export const saveWords = (): string => exportText.download
export const savedWords = (): string => exportText.downloaded

/** How long a browser may take to begin a download from memory. */
const beginMs = minuteMs

/** Downloads the zip. */
export async function saveZip(bytes: Uint8Array): Promise<Saved> {
  const url = URL.createObjectURL(new Blob([bytes as BlobPart], { type: 'application/zip' }))
  const link = document.createElement('a')
  link.href = url
  link.download = exportText.zip
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), beginMs)
  return 'saved'
}

/** Does nothing: a page cannot remove a download. */
export function forgetZip(): void {}
