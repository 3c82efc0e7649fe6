import Taro from '@tarojs/taro'
import { openAlone } from '#ui/device/alone'

/** What became of the picture. It is `left` when the person only looked at it, or cancelled. */
export type PictureKept = 'saved' | 'left' | 'refused'

/** Saves the picture in the phone's album. WeChat asks the person the first time. Call it on a tap. */
export function saveToAlbum(filePath: string): Promise<PictureKept> {
  const kept = openAlone(() => Taro.saveImageToPhotosAlbum({ filePath }))?.then(
    (): PictureKept => 'saved',
    ({ errMsg = '' }: { errMsg?: string }): PictureKept => (/cancel/.test(errMsg) ? 'left' : 'refused'),
  )
  return kept ?? Promise.resolve('left')
}

/** Shows the picture large. From there it can be forwarded. */
export async function showLarge(filePath: string): Promise<PictureKept> {
  await openAlone(() => Taro.previewImage({ urls: [filePath] }))
  return 'left'
}

/** Opens WeChat's page of permissions. After a refusal WeChat does not ask again. */
export const openAlbumSetting = (): void => void Taro.openSetting()
