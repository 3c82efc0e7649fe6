import Taro from '@tarojs/taro'
import { openAlone } from './alone'

/** Whether this platform can read a square code. */
export const canScan = true

/** Reads the square code in front of the camera. Gives undefined where the person closes the camera, or it is open already. */
export async function scan(): Promise<string | undefined> {
  try {
    const scanned = await openAlone(() => Taro.scanCode({ scanType: ['qrCode'] }))
    return scanned?.result
  } catch {
    return undefined
  }
}
