import Taro from '@tarojs/taro'

/** Beyond this, pages have not been looked at. */
const largest = 1.65

/** Elder mode by itself, as `.elder` of the tokens has it; and the scale at which plain text of 17 is 30. */
const elderScale = { least: 1.4, largest: 1.77 }

/**
 * How much larger than usual to write, 1 to 1.65: as the person has told WeChat; sizes in px do not follow by
 * themselves. Elder mode multiplies it, up to 1.77.
 */
export function textScale(elder: boolean): number {
  const { fontSizeScaleFactor = 1 } = Taro.getAppBaseInfo() as { fontSizeScaleFactor?: number }
  const scale = Math.min(Math.max(fontSizeScaleFactor, 1), largest)
  return elder ? Math.min(scale * elderScale.least, elderScale.largest) : scale
}
