import { download } from './download.h5'

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Downloads a workbook. Answers whether it was saved. */
export async function saveWorkbook(fileName: string, base64: string): Promise<boolean> {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  download(new Blob([bytes as BlobPart], { type: workbook }), fileName)
  return true
}
