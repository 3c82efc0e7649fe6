import { mainlandNumber } from '#contract/shared/scalars'
import { openApi } from '#store/engine/sdk'
import { faultFields, log } from './log'

/** WeChat's open APIs, as this product uses them. They are never called inside a transaction. */

function codeOf(fault: unknown): unknown {
  if (fault === null || typeof fault !== 'object') return undefined
  return Reflect.get(fault, 'errCode') ?? Reflect.get(fault, 'errcode')
}

export type TextCheck = 'pass' | 'risky' | 'unchecked'

/**
 * Asks whether others may read a text (msgSecCheck v2, at most 2500 characters).
 * `unchecked`: WeChat could not say, for example because the author has not used the mini-program for two hours.
 */
export async function checkText(openid: string | undefined, text: string): Promise<TextCheck> {
  if (openid === undefined) return 'unchecked'
  try {
    const answer = await openApi.security.msgSecCheck({ openid, scene: 2, version: 2, content: text })
    const suggest = answer?.result?.suggest
    return suggest === 'pass' ? 'pass' : suggest === 'risky' ? 'risky' : 'unchecked'
  } catch (fault) {
    log('wechat.text_unchecked', faultFields(fault))
    return 'unchecked'
  }
}

/** The largest picture that the check accepts. It does not accept webp. */
const checkableBytes = 1024 * 1024
const checkableTypes: ReadonlySet<string> = new Set(['image/jpeg', 'image/png'])

/**
 * Asks whether others may see a picture. `unchecked`: WeChat could not say, or does not check pictures of
 * this size or type.
 */
export async function checkPicture(bytes: Uint8Array, type: string): Promise<TextCheck> {
  if (bytes.length > checkableBytes || !checkableTypes.has(type)) return 'unchecked'
  try {
    await openApi.security.imgSecCheck({ media: { contentType: type, value: Buffer.from(bytes) } })
    return 'pass'
  } catch (fault) {
    if (codeOf(fault) === 87014) return 'risky'
    log('wechat.picture_unchecked', faultFields(fault))
    return 'unchecked'
  }
}

export type SendAnswer = 'sent' | 'refused' | 'failed'

/** Sends one subscription message. `refused`: the person has not allowed it, or has used it up (43101). */
export async function sendMessage(message: {
  openid: string
  templateId: string
  page: string
  values: Record<string, string>
}): Promise<SendAnswer> {
  const data = Object.fromEntries(Object.entries(message.values).map(([key, value]) => [key, { value }]))
  try {
    await openApi.subscribeMessage.send({
      touser: message.openid,
      templateId: message.templateId,
      page: message.page,
      data,
    })
    return 'sent'
  } catch (fault) {
    if (codeOf(fault) === 43101) return 'refused'
    log('wechat.message_failed', faultFields(fault))
    return 'failed'
  }
}

/**
 * The mainland number that WeChat's phone button stands for; undefined when the code is invalid or was used, or
 * the number is another country's.
 */
export async function phoneOf(code: string): Promise<string | undefined> {
  try {
    const answer = await openApi.phonenumber.getPhoneNumber({ code })
    const { purePhoneNumber, countryCode = '86' } = answer?.phoneInfo ?? answer?.phone_info ?? {}
    return typeof purePhoneNumber === 'string' && String(countryCode) === '86'
      ? mainlandNumber(purePhoneNumber)
      : undefined
  } catch (fault) {
    log('wechat.phone_unknown', faultFields(fault))
    return undefined
  }
}

/** The mini-program code for a page, as a data URL; undefined when WeChat gave none. */
export async function miniProgramCode(scene: string, page: string): Promise<string | undefined> {
  try {
    const answer = await openApi.wxacode.getUnlimited({ scene, page, checkPath: false, width: 280 })
    const { contentType, buffer } = answer ?? {}
    if (!Buffer.isBuffer(buffer)) return undefined
    return `data:${contentType ?? 'image/jpeg'};base64,${buffer.toString('base64')}`
  } catch (fault) {
    log('wechat.no_picture', faultFields(fault))
    return undefined
  }
}
