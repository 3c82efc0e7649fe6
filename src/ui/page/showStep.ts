import Taro from '@tarojs/taro'

/** Brings the head of a form's new step into view. Call it right after the step is set. */
export function showStep(): void {
  Taro.nextTick(() => {
    // Where there is nothing to scroll, the head is in view already.
    Taro.pageScrollTo({ selector: '.step-bar', offsetTop: -20, duration: 200 }).catch(() => {})
  })
}
