import { minuteMs } from '#contract/shared/time'

/** How long a browser may take to begin a download from memory. */
const beginMs = minuteMs

/** Downloads what is in memory as a file of this name. */
export function download(file: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), beginMs)
}
