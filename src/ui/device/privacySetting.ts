import Taro from '@tarojs/taro'

/** What WeChat knows about the person's agreement to its privacy guideline. */
interface PrivacySetting {
  needAuthorization?: boolean
}
/** An older WeChat has none of these functions. Nothing is asked there, and everything works as it did. */
interface PrivacyApis {
  getPrivacySetting?: (options: { success: (setting: PrivacySetting) => void; fail: () => void }) => void
  openPrivacyContract?: (options: { fail?: () => void }) => void
}

// Taro's types do not know that these may be missing.
const apis = Taro as unknown as PrivacyApis

/** Whether WeChat would refuse what its guideline names until the person has agreed. Never throws. */
export function mustAgree(): Promise<boolean> {
  const { getPrivacySetting } = apis
  if (!getPrivacySetting) return Promise.resolve(false)
  return new Promise((resolve) => {
    getPrivacySetting({
      success: ({ needAuthorization }) => resolve(needAuthorization === true),
      // The answer is not known. WeChat asks by itself where it must.
      fail: () => resolve(false),
    })
  })
}

/** Opens the guideline that is kept with WeChat; undefined where there is none. */
export const openWeChatGuideline: (() => void) | undefined = apis.openPrivacyContract
  ? () => apis.openPrivacyContract?.({ fail: () => {} })
  : undefined
