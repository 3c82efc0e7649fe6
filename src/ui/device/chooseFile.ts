import Taro from '@tarojs/taro'
import { openAlone } from './alone'

/** A file somebody has chosen. */
export interface ChosenFile {
  name: string
  bytes: Uint8Array
}

/** Asks for a file of a chat. Gives undefined where the person chooses none; throws where the file cannot be read. */
export async function chooseFile(extensions: string[]): Promise<ChosenFile | undefined> {
  const chosen = await openAlone(() =>
    Taro.chooseMessageFile({ count: 1, type: 'file', extension: extensions }),
  )?.catch(() => undefined)
  const file = chosen?.tempFiles[0]
  if (!file) return undefined
  const bytes = await new Promise<ArrayBuffer>((resolve, reject) => {
    Taro.getFileSystemManager().readFile({
      filePath: file.path,
      success: ({ data }) => resolve(data as ArrayBuffer),
      fail: reject,
    })
  })
  return { name: file.name, bytes: new Uint8Array(bytes) }
}
