import Taro from '@tarojs/taro'
import { exportText } from '#text/account/export'

/** What became of the zip: `saved`, or `left` when the person cancelled. */
export type Saved = 'saved' | 'left'

/** Older versions of WeChat lack the first API. Only WeChat on a computer has the second. */
type FileApis = Partial<Pick<Taro.TaroStatic, 'shareFileMessage' | 'saveFileToDisk'>>

const onComputer = (): boolean => ['windows', 'mac'].includes(Taro.getDeviceInfo().platform)

/** The button's words: on a phone the zip goes to a chat, on a computer to the disk. */
export const saveWords = (): string => (onComputer() ? exportText.keepOnComputer : exportText.share)
export const savedWords = (): string => (onComputer() ? exportText.kept : exportText.shared)

const zipPath = () => `${Taro.env.USER_DATA_PATH}/${exportText.zip}`

/**
 * Saves the zip: to a chat that the person chooses, or to the disk of a computer. Throws when neither works. Call it on
 * a tap. It leaves a file in the mini-program's own folder, which `forgetZip` removes.
 */
export function saveZip(bytes: Uint8Array): Promise<Saved> {
  const filePath = zipPath()
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

/** Removes the zip from the mini-program's own folder. */
export function forgetZip(): void {
  try {
    Taro.getFileSystemManager().unlinkSync(zipPath())
  } catch {
    // There was no file.
  }
}
