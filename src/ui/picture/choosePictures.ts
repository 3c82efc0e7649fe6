import Taro from '@tarojs/taro'
import type { PictureType } from '#contract/file'
import { openAlone } from '#ui/device/alone'
import { longestSide, pictureTypeOf, wantedBytes } from './pictureShape'

/** A picture that was made small enough to send. */
export interface ChosenPicture {
  /** Where its bytes are at first: in a temporary file of WeChat, or at a `blob:` address of a browser. */
  address: string
  /** In bytes. */
  size: number
  type: PictureType
}

export interface Chosen {
  pictures: ChosenPicture[]
  /** How many could not be read or made small enough. */
  unreadable: number
  /** Whether WeChat or the phone refused the camera and the album. */
  denied?: true
}

/** The tries, in order. Each makes the picture softer or smaller, until it is small enough. */
const tries = [
  { quality: 80, side: longestSide },
  { quality: 60, side: longestSide },
  { quality: 50, side: 960 },
] as const

/** Opens the camera or the album and makes the pictures small. Gives no picture where the person chooses none. */
export async function choosePictures(most: number): Promise<Chosen> {
  let files: string[]
  try {
    const taken = await openAlone(() =>
      Taro.chooseMedia({
        count: most,
        mediaType: ['image'],
        sourceType: ['camera', 'album'],
        sizeType: ['compressed'],
      }),
    )
    files = (taken?.tempFiles ?? []).map(({ tempFilePath }) => tempFilePath)
  } catch (fault) {
    const cancelled = String((fault as { errMsg?: unknown }).errMsg).includes('cancel')
    return { pictures: [], unreadable: 0, ...(!cancelled && { denied: true }) }
  }
  const made = await Promise.all(files.map(small))
  const pictures = made.filter((each) => each !== undefined)
  return { pictures, unreadable: made.length - pictures.length }
}

async function small(file: string): Promise<ChosenPicture | undefined> {
  try {
    const { width, height } = await Taro.getImageInfo({ src: file })
    const asItIs = await measured(file)
    if (asItIs && asItIs.size <= wantedBytes / 2 && Math.max(width, height) <= longestSide) return asItIs
    for (const { quality, side } of tries) {
      const wide = width >= height
      const { tempFilePath } = await Taro.compressImage({
        src: file,
        quality,
        ...(Math.max(width, height) > side &&
          (wide ? { compressedWidth: side } : { compressedHeight: side })),
      })
      const made = await measured(tempFilePath)
      if (made && made.size <= wantedBytes) return made
    }
  } catch {
    // This phone cannot read the picture. The answer counts it, and the form says so.
  }
  return undefined
}

/** The picture's size, and its type by its first bytes. Undefined for a type that the cloud does not take. */
async function measured(address: string): Promise<ChosenPicture | undefined> {
  const files = Taro.getFileSystemManager()
  const size = await new Promise<number>((resolve, reject) =>
    files.getFileInfo({ filePath: address, success: (file) => resolve(file.size), fail: reject }),
  )
  const head = await new Promise<ArrayBuffer>((resolve, reject) =>
    files.readFile({
      filePath: address,
      position: 0,
      length: Math.min(size, 12),
      success: ({ data }) => resolve(data as ArrayBuffer),
      fail: reject,
    }),
  )
  const type = pictureTypeOf(new Uint8Array(head))
  return type && { address, size, type }
}
