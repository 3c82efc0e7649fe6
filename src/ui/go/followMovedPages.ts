import Taro from '@tarojs/taro'
import { routes } from '#routes'
import { goInstead } from './go'
import { addressNow } from './movedPages'

/**
 * Leads from the old path of a page to the page, and from a path that never was one to a page that says so. Called before the app is launched: WeChat tells nobody who
 * listens later, and a page that is opened later than the event is not shown.
 */
export function followMovedPages(): void {
  Taro.onPageNotFound(({ path, query }) => {
    const search = Object.entries(query).map(([name, value]) => `${name}=${value}`)
    const now = addressNow([`/${path.replace(/^\//, '')}`, search.join('&')].filter(Boolean).join('?'))
    goInstead(now ?? routes.nowhere)
  })
}
