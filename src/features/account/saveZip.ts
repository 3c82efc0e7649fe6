import Taro from '@tarojs/taro'
import { exportText } from '#text/account/export'

/** What became of it: `saved`, `left` when the person thought better of it. */
export type Saved = 'saved' | 'left'

/** The first is there in newer WeChat only, the second on a computer only. */
type FileApis = Partial<Pick<Taro.TaroStatic, 'shareFileMessage' | 'saveFileToDisk'>>

const onComputer = (): boolean => ['windows', 'mac'].includes(Taro.getDeviceInfo().platform)

/** The words of the button: to a chat on a phone, to the disk on a computer. */
export const saveWords = (): string => (onComputer() ? exportText.keepOnComputer : exportText.share)
export const savedWords = (): string => (onComputer() ? exportText.kept : exportText.shared)

const place = () => `${Taro.env.USER_DATA_PATH}/${exportText.zip}`

/**
 * Hands the zip over: a chat of the person's choice, or the disk of a computer. Throws where neither works. Call it on
 * a tap. `forgetZip` removes what it leaves in the mini-program's own folder.
 */
export function saveZip(bytes: Uint8Array): Promise<Saved> {
  const filePath = place()
  // WeChat takes an ArrayBuffer of exactly these bytes
  const data = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer
  Taro.getFileSystemManager().writeFileSync(filePath, data)
  const apis: FileApis = Taro
  const { shareFileMessage, saveFileToDisk } = apis
  const hand = onComputer() && saveFileToDisk ? saveFileToDisk : shareFileMessage
  return new Promise((resolve, reject) => {
    if (!hand) return reject(new Error('this WeChat hands no file over'))
    hand({
      filePath,
      fileName: exportText.zip,
      success: () => resolve('saved'),
      fail: ({ errMsg = '' }) => (/cancel/.test(errMsg) ? resolve('left') : reject(new Error(errMsg))),
    })
  })
}

/** Leaves nothing of it on the phone. */
export function forgetZip(): void {
  try {
    Taro.getFileSystemManager().unlinkSync(place())
  } catch {
    // it was never written
  }
}
