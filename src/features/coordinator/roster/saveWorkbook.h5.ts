import { minuteMs } from '#contract/shared/time'

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** How long a browser may take to begin a download from memory. */
const beginMs = minuteMs

/** Downloads a workbook. Answers whether it was saved. */
export async function saveWorkbook(fileName: string, base64: string): Promise<boolean> {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  const url = URL.createObjectURL(new Blob([bytes as BlobPart], { type: workbook }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), beginMs)
  return true
}
