/** The phone on which a mini-program runs. Lengths are in px. */
export interface Device {
  platform: 'ios' | 'android' | 'windows' | 'mac' | 'devtools'
  theme: 'light' | 'dark'
  /** WeChat's own text size, 1 at the default. */
  fontSizeScaleFactor: number
  networkType: 'wifi' | '4g' | 'none'
  windowWidth: number
  windowHeight: number
  /** The person's answer to WeChat's privacy guideline; `unknown`: a version of WeChat that does not ask. */
  privacy: 'agreed' | 'asks' | 'unknown'
}

export const ordinaryPhone: Device = {
  platform: 'ios',
  theme: 'light',
  fontSizeScaleFactor: 1,
  networkType: 'wifi',
  windowWidth: 375,
  windowHeight: 724,
  privacy: 'agreed',
}

/** The synchronous `wx` functions that only report on the device, the app or the launch. */
export function deviceApis(device: Device, launch: Record<string, unknown>): Record<string, () => unknown> {
  const windowInfo = () => ({
    windowWidth: device.windowWidth,
    windowHeight: device.windowHeight,
    screenWidth: device.windowWidth,
    screenHeight: device.windowHeight + 88,
    pixelRatio: 3,
    statusBarHeight: 44,
    screenTop: 88,
    safeArea: {
      ...{ top: 44, left: 0, right: device.windowWidth, bottom: device.windowHeight + 54 },
      ...{ width: device.windowWidth, height: device.windowHeight + 10 },
    },
  })
  const deviceInfo = () => ({
    platform: device.platform,
    brand: 'apple',
    model: 'iPhone 13',
    system: 'iOS 16.0',
    memorySize: '4096',
  })
  const appBaseInfo = () => ({
    SDKVersion: '3.8.0',
    version: '8.0.56',
    language: 'zh_CN',
    theme: device.theme,
    fontSizeScaleFactor: device.fontSizeScaleFactor,
    fontSizeSetting: 16 * device.fontSizeScaleFactor,
    enableDebug: false,
  })
  return {
    getWindowInfo: windowInfo,
    getDeviceInfo: deviceInfo,
    getAppBaseInfo: appBaseInfo,
    getSystemInfoSync: () => ({ ...windowInfo(), ...deviceInfo(), ...appBaseInfo() }),
    getSystemSetting: () => ({ bluetoothEnabled: true, locationEnabled: true, wifiEnabled: true }),
    getMenuButtonBoundingClientRect: () => ({
      top: 48,
      left: 281,
      right: 368,
      bottom: 80,
      width: 87,
      height: 32,
    }),
    getAccountInfoSync: () => ({
      miniProgram: { appId: 'touristappid', envVersion: 'develop', version: '' },
    }),
    getLaunchOptionsSync: () => launch,
    getEnterOptionsSync: () => launch,
  }
}
