import Taro from '@tarojs/taro'

// Keeps the bytes of unsent pictures in the mini-program's own folder, where they survive a closed app.

const fileOf = (key: string) => `${Taro.env.USER_DATA_PATH}/picture-${key}`
/**
 * The addresses of WeChat's temporary files, for a full phone that keeps nothing. They last as long as the app is
 * open.
 */
const temporary = new Map<string, string>()
const pathOf = (key: string) => temporary.get(key) ?? fileOf(key)

/** Keeps what lies at `address` under `key`. */
export function storePicture(key: string, address: string): Promise<void> {
  return new Promise((resolve) =>
    Taro.getFileSystemManager().saveFile({
      tempFilePath: address,
      filePath: fileOf(key),
      success: () => resolve(),
      fail: () => {
        temporary.set(key, address)
        resolve()
      },
    }),
  )
}

/** An address the view can show; undefined where it is gone. */
export function pictureAddress(key: string): Promise<string | undefined> {
  const path = pathOf(key)
  return new Promise((resolve) =>
    Taro.getFileSystemManager().access({
      path,
      success: () => resolve(path),
      fail: () => resolve(undefined),
    }),
  )
}

/** Bytes `from` to before `to`, in base64. Throws where they are gone. */
export function pictureBytes(key: string, from: number, to: number): Promise<string> {
  return new Promise((resolve, reject) =>
    Taro.getFileSystemManager().readFile({
      filePath: pathOf(key),
      encoding: 'base64',
      position: from,
      length: to - from,
      success: ({ data }) => resolve(data as string),
      fail: reject,
    }),
  )
}

/** Removes the bytes of a picture that was sent or is not wanted. */
export function discardPicture(key: string): void {
  temporary.delete(key)
  // A failure needs no answer: the file is gone already.
  Taro.getFileSystemManager().unlink({ filePath: fileOf(key), fail: () => {} })
}
