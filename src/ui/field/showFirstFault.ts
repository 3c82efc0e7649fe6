import Taro from '@tarojs/taro'

/** Brings the first control that has a fault into view. Call it right after the faults are set. */
export function showFirstFault(): void {
  Taro.nextTick(() => {
    // Without a fault there is nothing to scroll to.
    Taro.pageScrollTo({ selector: '.field-error', offsetTop: -140, duration: 200 }).catch(() => {})
  })
}
