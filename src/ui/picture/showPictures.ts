import Taro from '@tarojs/taro'

/** Shows one of some pictures as large as the phone is; a swipe leads to the others. */
export function showPictures(addresses: readonly string[], first: string): void {
  void Taro.previewImage({ urls: [...addresses], current: first })
}
