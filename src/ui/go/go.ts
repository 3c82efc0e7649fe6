import Taro from '@tarojs/taro'
import { phoneNow } from '#clock'
import { parentOf, tabRoutes } from '#routes'
import { addressInFront } from './addressInFront'
import { fromBare } from './layers'
import { oneAtATime } from './oneAtATime'

/** WeChat refuses an eleventh page. Then the new page replaces the page in front. */
const deepestStack = 10

/** Two taps on the way back so close together are one; nobody has seen the page between them. */
const sameTapMs = 400

/**
 * All ways from page to page lead through here. While one is under way the next is not begun, and a page that is in
 * front already is not opened again: on a slow phone the second of two taps still meets the old page.
 */
const alone = oneAtATime()

let backAt = Number.NEGATIVE_INFINITY

/**
 * A way that fails leaves the page as it is, and the next tap may try again. So it may where the phone's own back has
 * led to a third page meanwhile.
 */
function move(path: string, way: (path: string) => Promise<unknown>): void {
  const from = addressInFront()
  if (from === path) return
  alone(
    () => fromBare(() => way(path)),
    () => ![from, path].includes(addressInFront()),
  )?.catch(() => {})
}

const toTab = (url: string) => Taro.switchTab({ url })
const instead = (url: string) => Taro.redirectTo({ url })

function toParent(): Promise<unknown> {
  const parent = parentOf(addressInFront())
  return tabRoutes.includes(parent) ? toTab(parent) : instead(parent)
}

/** Opens a page; a page of the tab bar comes to the front as it is. */
export function go(path: string): void {
  move(path, (url) => {
    if (tabRoutes.includes(url)) return toTab(url)
    return Taro.getCurrentPages().length >= deepestStack ? instead(url) : Taro.navigateTo({ url })
  })
}

/** Opens a page in place of this one, so that Back does not lead here again. */
export function goInstead(path: string): void {
  move(path, tabRoutes.includes(path) ? toTab : instead)
}

/** Opens a page in place of all others, as where somebody has signed in or out. It waits for no other way. */
export function goAfresh(path: string): void {
  fromBare(() => Taro.reLaunch({ url: path })).catch(() => {})
}

/** The page before this one; where there is none, as after opening a link or a reload, the page that leads here. */
export function goBack(): void {
  const now = phoneNow()
  if (Math.abs(now - backAt) < sameTapMs) return
  alone(() => {
    backAt = now
    return fromBare(() => (Taro.getCurrentPages().length > 1 ? Taro.navigateBack() : toParent()))
  })?.catch(() => {})
}
