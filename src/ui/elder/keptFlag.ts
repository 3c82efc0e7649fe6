import Taro from '@tarojs/taro'

/** What belongs to the device, whoever signs in. */
export type Flag = 'elder' | 'volunteer'

/** Whether the flag was up when this phone last used the app; undefined where it does not know. */
export function keptFlag(flag: Flag): boolean | undefined {
  const kept: unknown = Taro.getStorageSync(flag)
  return typeof kept === 'boolean' ? kept : undefined
}

/** Keeps the flag on the phone. A full phone keeps nothing; it then lasts until the app is closed. */
export function keepFlag(flag: Flag, up: boolean): void {
  try {
    Taro.setStorageSync(flag, up)
  } catch {
    // It is shown all the same.
  }
}

/** A mini-program has no second tab. */
export function whenFlagKept(_flag: Flag, _turned: (up: boolean) => void): void {}
