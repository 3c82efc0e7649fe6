import Taro from '@tarojs/taro'

/** The largest scale at which the pages are tested. */
const largest = 1.65

/**
 * The scale of elder mode alone, as `.elder` of the tokens has it, and the scale at which plain text of 17 px is 30
 * px.
 */
const elderScale = { least: 1.4, largest: 1.77 }

/**
 * How much larger than usual text is written, from 1 to 1.65, as the person has set it in WeChat: sizes in px do not
 * follow that setting by themselves. Elder mode multiplies the scale, up to 1.77.
 */
export function textScale(elder: boolean): number {
  const { fontSizeScaleFactor = 1 } = Taro.getAppBaseInfo() as { fontSizeScaleFactor?: number }
  const scale = Math.min(Math.max(fontSizeScaleFactor, 1), largest)
  return elder ? Math.min(scale * elderScale.least, elderScale.largest) : scale
}
