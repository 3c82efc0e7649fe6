import Taro from '@tarojs/taro'

const place = 'elder'

/** Whether this phone was last left in elder mode. */
export function keptElder(): boolean {
  return Taro.getStorageSync(place) === true
}

/** Keeps it on the phone. A full phone keeps nothing; the mode then lasts until the app is closed. */
export function keepElder(on: boolean): void {
  try {
    Taro.setStorageSync(place, on)
  } catch {
    // Shown all the same.
  }
}

/** A mini-program has no second tab. */
export function whenElderKept(_turned: (on: boolean) => void): void {}
