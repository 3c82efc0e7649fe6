import type { CodeLacking } from '#contract/poster'
import type { MessageFault } from '#contract/shared/message'
import { mainlandNumber } from '#contract/shared/scalars'
import type { SendAnswer } from '#core/notice/delivery'
import { isUnreachable } from '#store/engine/faults'
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

/**
 * What each code of `subscribeMessage.send` comes to. The first five stand in its own page, the others in the
 * list of codes of all APIs and of the SDK.
 */
const answersByCode: ReadonlyMap<unknown, Exclude<SendAnswer, 'sent'>> = new Map([
  [40003, 'gone'],
  [40037, 'unusable'],
  [43101, 'refused'],
  [47003, 'unfit'],
  [41030, 'unfit'],
  [40165, 'unfit'],
  [-501007, 'unfit'],
  [43107, 'unusable'],
  [48001, 'unusable'],
  [48004, 'unusable'],
  [-604101, 'unusable'],
  [50002, 'gone'],
  [45168, 'unwanted'],
  [87014, 'unwanted'],
  [-1, 'busy'],
  [40001, 'busy'],
  [40014, 'busy'],
  [42001, 'busy'],
  [43108, 'busy'],
  [45009, 'busy'],
  [45011, 'busy'],
])

const faultsByCode: ReadonlyMap<unknown, MessageFault['fault']> = new Map([
  [40037, 'template'],
  [41030, 'page'],
  [40165, 'page'],
  [43107, 'template'],
  [48001, 'permission'],
  [48004, 'permission'],
  [-604101, 'permission'],
])

export interface Sent {
  answer: SendAnswer
  /** What a mistake in the settings was, and in which field. */
  fault?: MessageFault['fault']
  key?: string
}

/** WeChat's own codes are above zero; it has answered, and has not taken the message. */
const isAnswer = (code: unknown) => typeof code === 'number' && code > 0

/** Sends one subscription message. It throws nothing: that nobody knows whether it was taken is an answer. */
export async function sendMessage(message: {
  openid: string
  templateId: string
  page: string
  values: Record<string, string>
}): Promise<Sent> {
  const data = Object.fromEntries(Object.entries(message.values).map(([key, value]) => [key, { value }]))
  try {
    await openApi.subscribeMessage.send({
      touser: message.openid,
      templateId: message.templateId,
      page: message.page,
      data,
    })
    return { answer: 'sent' }
  } catch (fault) {
    const code = codeOf(fault)
    const answer = answersByCode.get(code) ?? (isAnswer(code) || isUnreachable(fault) ? 'busy' : 'lost')
    if (answer !== 'refused') log('wechat.message_failed', { answer, ...faultFields(fault) })
    if (answer !== 'unfit' && answer !== 'unusable') return { answer }
    const key = fieldNamedBy(fault)
    return { answer, fault: faultsByCode.get(code) ?? 'words', ...(key !== undefined && { key }) }
  }
}

/** `argument invalid! data.thing4.value invalid`: WeChat names the field in its sentence. */
function fieldNamedBy(fault: unknown): string | undefined {
  const said = fault !== null && typeof fault === 'object' ? Reflect.get(fault, 'errMsg') : undefined
  return typeof said === 'string' ? /data\.([a-z_]+\d{1,3})\b/.exec(said)?.[1] : undefined
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

/** Why there is no code, by WeChat's own numbers. */
const lackingOf: Readonly<Record<number, CodeLacking>> = { 45009: 'quota', 41030: 'page' }

/**
 * The mini-program code for a page, as a data URL, or why WeChat gave none. The page is not checked, since a code may
 * be printed before the edition that has the page is published.
 */
export async function miniProgramCode(
  scene: string,
  page: string,
  width = 280,
): Promise<{ picture: string; lacking?: undefined } | { picture?: undefined; lacking: CodeLacking }> {
  try {
    const answer = await openApi.wxacode.getUnlimited({ scene, page, checkPath: false, width })
    const { contentType, buffer } = answer ?? {}
    if (Buffer.isBuffer(buffer))
      return { picture: `data:${contentType ?? 'image/jpeg'};base64,${buffer.toString('base64')}` }
    log('wechat.no_picture')
    return { lacking: 'unreached' }
  } catch (fault) {
    log('wechat.no_picture', faultFields(fault))
    return { lacking: lackingOf[Number(codeOf(fault))] ?? 'unreached' }
  }
}
