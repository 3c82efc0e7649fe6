import Taro from '@tarojs/taro'

/** Brings the first thing to mend into view. Call it right after the faults are set. */
export function showFirstFault(): void {
  Taro.nextTick(() => {
    // Where nothing is wrong there is nothing to scroll to.
    Taro.pageScrollTo({ selector: '.field-error', offsetTop: -140, duration: 200 }).catch(() => {})
  })
}
