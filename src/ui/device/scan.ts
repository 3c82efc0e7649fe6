import Taro from '@tarojs/taro'

/** Whether this platform can read a square code. */
export const canScan = true

/** What the square code in front of the camera holds; undefined where the person thought better of it. */
export async function scan(): Promise<string | undefined> {
  try {
    const { result } = await Taro.scanCode({ scanType: ['qrCode'] })
    return result
  } catch {
    return undefined
  }
}
