import Taro from '@tarojs/taro'

/** Beyond this, pages have not been looked at. */
const largest = 1.65

/** How much larger than usual the person has WeChat write, 1 to 1.65; sizes in px do not follow by themselves. */
export function textScale(): number {
  const { fontSizeScaleFactor = 1 } = Taro.getAppBaseInfo() as { fontSizeScaleFactor?: number }
  return Math.min(Math.max(fontSizeScaleFactor, 1), largest)
}
