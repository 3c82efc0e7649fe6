import type { AgreeSheetProps } from './AgreeSheet'

/** In a browser nobody has to agree to WeChat's guideline, and Taro's button would bring its whole kit of elements. */
export function AgreeSheet(_: AgreeSheetProps) {
  return null
}
