import { createHash } from 'node:crypto'
import { isTaken } from '#contract/shared/message'
import { isPlainObject, type PlainObject } from '#local/engine/documents'
import type { OpenApiAnswer, SentFile } from '#local/protocol/openApiWire'
import { pngOfCode } from './png'
import { wechatTemplates } from './templates'

/** One subscription message the functions asked WeChat to send. */
export interface SentMessage {
  /** Instant, in the time the functions see. */
  readonly at: number
  readonly openid: string
  readonly templateId: string
  readonly page: string
  /** The template's fields, `{thing1: {value}}`. */
  readonly payload: unknown
  readonly answer: { readonly errcode: number; readonly errmsg: string }
}

/** The calling function's `permissions.openapi` does not name the API. */
const NO_PERMISSION = -604101

/** Text that the content check finds risky: "sample of a violation". */
export const RISKY_MARK = '违规样例'

/** A person with such an openid has not opened the mini-program for two hours; msgSecCheck refuses that. */
export const STALE_PREFIX = 'stale_'

/** For a scene with this mark the quota of mini-program codes is spent. */
export const OVER_QUOTA = 'over_quota'

/** Messages remembered; older ones are forgotten. */
const MAX_SENT = 10_000

/**
 * Stands in for WeChat's open APIs during one run: used codes, allowances and sent messages are lost at a
 * restart. Error codes as https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/ lists them.
 */
export class OpenApis {
  readonly #usedCodes = new Set<string>()
  readonly #allowances = new Map<string, number>()
  #sent: SentMessage[] = []

  /** @param now the time the functions see */
  constructor(private readonly now: () => number) {}

  /** `allowed` are the APIs in the calling function's config.json. */
  answer(allowed: ReadonlySet<string>, api: string, params: PlainObject): OpenApiAnswer {
    if (!allowed.has(api)) return { gatewayError: NO_PERMISSION }
    if (api === 'phonenumber.getPhoneNumber') return { json: this.#phoneNumber(text(params.code)) }
    if (api === 'subscribeMessage.send') return { json: this.#send(params) }
    if (api === 'security.msgSecCheck') return { json: checkText(text(params.openid), text(params.content)) }
    if (api === 'security.imgSecCheck') return { json: checkPicture(params.media as SentFile | undefined) }
    if (api === 'wxacode.getUnlimited') return codeOf(params)
    return { json: { errcode: 40066, errmsg: `the local cloud has no open API ${api}` } }
  }

  /**
   * The person taps "allow" once for this template, so one message more may be sent. Answers how many may be
   * sent now.
   */
  allow(openid: string, templateId: string): number {
    const key = allowanceKey(openid, templateId)
    const balance = (this.#allowances.get(key) ?? 0) + 1
    this.#allowances.set(key, balance)
    return balance
  }

  /** Every message that was to be sent, refused ones too, oldest first. */
  sent(): readonly SentMessage[] {
    return this.#sent
  }

  /**
   * A code is valid for one call. The number derives from the code; `phone_13800000000` gives just that
   * number, `phone_852_91234567` one of another country.
   */
  #phoneNumber(code: string): PlainObject {
    if (code === '' || this.#usedCodes.has(code)) return { errcode: 40029, errmsg: 'invalid code' }
    this.#usedCodes.add(code)
    const [, countryCode = '86', foreign] = /^phone_(\d{1,3})_(\d+)$/.exec(code) ?? []
    const phoneNumber = foreign ?? phoneOf(code)
    const watermark = { timestamp: Math.floor(this.now() / 1000), appid: 'wx0000000000000000' }
    const phone_info = { phoneNumber, purePhoneNumber: phoneNumber, countryCode, watermark }
    return { errcode: 0, errmsg: 'ok', phone_info }
  }

  /** The mistakes of the message are looked for first, and then whether the person allows it. */
  #send(params: PlainObject): PlainObject {
    const openid = text(params.touser)
    const templateId = text(params.template_id)
    const key = allowanceKey(openid, templateId)
    const balance = this.#allowances.get(key) ?? 0
    const refused = { errcode: 43101, errmsg: 'user refuse to accept the msg' }
    const answer = messageFault(params) ?? (balance > 0 ? { errcode: 0, errmsg: 'ok' } : refused)
    if (answer.errcode === 0) this.#allowances.set(key, balance - 1)
    const message = {
      at: this.now(),
      openid,
      templateId,
      page: text(params.page),
      payload: params.data,
      answer,
    }
    this.#sent = [...this.#sent.slice(-(MAX_SENT - 1)), message]
    return answer
  }
}

const text = (value: unknown) => (typeof value === 'string' ? value : '')

/** What WeChat finds wrong about a message whoever it is for. */
function messageFault(params: PlainObject): SentMessage['answer'] | undefined {
  if (text(params.touser) === '') return { errcode: 40003, errmsg: 'invalid openid' }
  const template = wechatTemplates[text(params.template_id)]
  if (!template) return { errcode: 40037, errmsg: 'invalid template_id' }
  if (!/^(pages|packages)\/[\w/]+(\?.*)?$/.test(text(params.page)))
    return { errcode: 41030, errmsg: 'invalid page' }
  const data = isPlainObject(params.data) ? params.data : {}
  const wordsIn = (key: string) => {
    const field = data[key]
    return isPlainObject(field) ? text(field.value) : ''
  }
  const wrong = template.keys.find((key) => !isTaken(key, wordsIn(key)))
  if (wrong === undefined) return undefined
  const what = wordsIn(wrong) === '' ? 'is empty' : 'invalid'
  return { errcode: 47003, errmsg: `argument invalid! data.${wrong}.value ${what}` }
}

const allowanceKey = (openid: string, templateId: string) => JSON.stringify([openid, templateId])

/** What WeChat allows in a scene: https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/qrcode-link/qr-code/getUnlimitedQRCode.html */
const SCENE = /^[\w!#$&'()*+,/:;=?@.~-]{1,32}$/

/** A code that holds the page and the scene as the mini-program would be opened. */
function codeOf({ page, scene, width }: PlainObject): OpenApiAnswer {
  const said = text(scene)
  if (!SCENE.test(said))
    return { json: { errcode: 40169, errmsg: 'invalid length for scene, or the data is not json string' } }
  if (text(page).startsWith('/')) return { json: { errcode: 41030, errmsg: 'invalid page' } }
  if (said.includes(OVER_QUOTA))
    return { json: { errcode: 45009, errmsg: 'reach max api daily quota limit' } }
  const picture = pngOfCode(`${text(page)}?scene=${encodeURIComponent(said)}`, Number(width) || 430)
  return { picture, contentType: 'image/png' }
}

/** Eleven digits beginning with 100, which belongs to no one. */
function phoneOf(code: string): string {
  const chosen = /^phone_(1\d{10})$/.exec(code)?.[1]
  if (chosen) return chosen
  const number = createHash('sha256').update(code).digest().readUInt32BE(0) % 100_000_000
  return `100${String(number).padStart(8, '0')}`
}

function checkText(openid: string, content: string): PlainObject {
  if (openid.startsWith(STALE_PREFIX))
    return { errcode: 61010, errmsg: 'user access record not found in 2 hours' }
  const risky = content.includes(RISKY_MARK)
  const result = { suggest: risky ? 'risky' : 'pass', label: risky ? 21000 : 100 }
  return { errcode: 0, errmsg: 'ok', result, detail: [], trace_id: 'local' }
}

/**
 * WeChat checks PNG, JPEG and GIF up to 1 MB; a picture with the mark of risky text in its bytes is risky.
 */
function checkPicture(media: SentFile | undefined): PlainObject {
  if (!media) return { errcode: 41005, errmsg: 'media data missing' }
  if (media.file.length > 1024 * 1024) return { errcode: 40006, errmsg: 'invalid media size' }
  if (!/\.(jpe?g|png|gif)$/.test(media.name)) return { errcode: 40137, errmsg: 'invalid image format' }
  return media.file.includes(RISKY_MARK)
    ? { errcode: 87014, errmsg: 'risky content' }
    : { errcode: 0, errmsg: 'ok' }
}
