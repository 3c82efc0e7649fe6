import Taro from '@tarojs/taro'

const elderKey = 'elder'
const volunteerKey = 'volunteer'

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

/** Whether who used the app last volunteers; undefined where this phone does not know. */
export function keptVolunteer(): boolean | undefined {
  const kept: unknown = Taro.getStorageSync(volunteerKey)
  return typeof kept === 'boolean' ? kept : undefined
}

/** Keeps it on the phone. A full phone keeps nothing; it is learnt again. */
export function keepVolunteer(on: boolean): void {
  try {
    Taro.setStorageSync(volunteerKey, on)
  } catch {
    // It is shown all the same.
  }
}

/** A mini-program has no second tab. */
export function whenElderKept(_turned: (on: boolean) => void): void {}
