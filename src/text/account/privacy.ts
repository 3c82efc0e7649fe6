import type { Controller } from '#contract/shared/controller'

/** The wording of `guideline` and of the two consents; a new wording is a new version. */
export const consentVersion = '2026-11'

/** The version that a consent names: the wording's, and where another body has taken over, which one keeps the records. */
export const consentVersionOf = (controller: Controller | undefined): string =>
  controller?.edition ? `${consentVersion}.${controller.edition}` : consentVersion

export const privacyText = {
  entry: '隐私指引',
  entryDetail: '收集什么、给谁看、存多久',
  lead: '这一页说清楚：邻里守望收集您的什么、给谁看、存多久，您怎么管。',
  older: '隐私指引改了，请您看一看',
  olderDetail: '看过愿意的话，再同意一次',
  version: (version: string) => `${version} 版`,
  weChat: '看微信里的隐私保护指引',
  /** Asked before WeChat gives something that its guideline names. */
  askTitle: '先请您看一眼隐私指引',
  askPhone: '微信要您先同意隐私保护指引，才能把绑定的手机号给我们。不同意也没关系，可以自己填号码。',
  agree: '同意并继续',
  refuse: '不同意，我自己填',
} as const
