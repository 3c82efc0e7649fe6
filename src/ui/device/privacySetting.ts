import Taro from '@tarojs/taro'

/** Older WeChat has none of these; then nothing is asked and everything works as it did. */
const apis: Partial<Pick<Taro.TaroStatic, 'getPrivacySetting' | 'openPrivacyContract'>> = Taro

/** Whether WeChat would refuse what its guideline names until the person has agreed. Never throws. */
export function mustAgree(): Promise<boolean> {
  const { getPrivacySetting } = apis
  if (!getPrivacySetting) return Promise.resolve(false)
  return new Promise((resolve) => {
    getPrivacySetting({
      success: ({ needAuthorization }) => resolve(needAuthorization === true),
      // not known: WeChat asks by itself where it must
      fail: () => resolve(false),
    })
  })
}

/** Opens the guideline that is kept with WeChat; undefined where there is none. */
export const openWeChatGuideline: (() => void) | undefined = apis.openPrivacyContract
  ? () => apis.openPrivacyContract?.({ fail: () => {} })
  : undefined
