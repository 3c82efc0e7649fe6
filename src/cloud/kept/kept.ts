import Taro from '@tarojs/taro'

// What a page keeps on the phone, so that nothing is lost by Back, a closed app or a missing network.

const keyOf = (name: string) => `kept:${name}`

/** What was kept under a name; undefined where there is nothing. */
export function kept<Value>(name: string): Value | undefined {
  // WeChat gives an empty string for a key it does not have.
  return (Taro.getStorageSync(keyOf(name)) as Value | '') || undefined
}

/** Keeps a JSON value. A full phone keeps nothing, which is no reason to stop. */
export function keep(name: string, value: unknown): void {
  try {
    Taro.setStorageSync(keyOf(name), value)
  } catch {
    // The page goes on with what it has in memory.
  }
}

export function discard(name: string): void {
  Taro.removeStorageSync(keyOf(name))
}
