import Taro from '@tarojs/taro'
import { routes, tabRoutes } from '#routes'

/** WeChat refuses an eleventh page. Then the new page replaces the page in front. */
const deepestStack = 10

/** Opens a page; a page of the tab bar comes to the front as it is. */
export function go(path: string): void {
  if (tabRoutes.includes(path)) void Taro.switchTab({ url: path })
  else if (Taro.getCurrentPages().length >= deepestStack) void Taro.redirectTo({ url: path })
  else void Taro.navigateTo({ url: path })
}

/** Opens a page in place of this one, so that Back does not lead here again. */
export function goInstead(path: string): void {
  if (tabRoutes.includes(path)) void Taro.switchTab({ url: path })
  else void Taro.redirectTo({ url: path })
}

/** The page before this one; home where there is none, as after opening a link. */
export function goBack(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else void Taro.switchTab({ url: routes.home })
}
