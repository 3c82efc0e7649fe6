import Taro from '@tarojs/taro'
import { openAlone } from '#ui/device/alone'

/** Shows one of several pictures over the whole screen. A swipe leads to the others. */
export function showPictures(addresses: readonly string[], first: string): void {
  openAlone(() => Taro.previewImage({ urls: [...addresses], current: first }))?.catch(() => {})
}
