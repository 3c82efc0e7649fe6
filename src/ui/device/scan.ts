import Taro from '@tarojs/taro'

/** Whether this platform can read a square code. */
export const canScan = true

/** Reads the square code in front of the camera. Gives undefined where the person closes the camera. */
export async function scan(): Promise<string | undefined> {
  try {
    const { result } = await Taro.scanCode({ scanType: ['qrCode'] })
    return result
  } catch {
    return undefined
  }
}
