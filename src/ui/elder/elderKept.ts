import Taro from '@tarojs/taro'

const elderKey = 'elder'

/** Whether elder mode was on when this phone last used the app. */
export function keptElder(): boolean {
  return Taro.getStorageSync(elderKey) === true
}

/** Keeps the mode on the phone. A full phone keeps nothing; the mode then lasts until the app is closed. */
export function keepElder(on: boolean): void {
  try {
    Taro.setStorageSync(elderKey, on)
  } catch {
    // The mode is shown all the same.
  }
}

/** A mini-program has no second tab. */
export function whenElderKept(_turned: (on: boolean) => void): void {}
