import Taro from '@tarojs/taro'

/** Shows one of several pictures over the whole screen. A swipe leads to the others. */
export function showPictures(addresses: readonly string[], first: string): void {
  void Taro.previewImage({ urls: [...addresses], current: first })
}
