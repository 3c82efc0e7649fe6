import * as v from 'valibot'
import { certificateNo, verifyCode } from '#contract/certificate'
import { hyphenated } from '#contract/shared/text'

const numberForm = /[A-Za-z]{2,6}-\d{6}-\d{6}/

export interface PaperCode {
  certificateNo: string
  verifyCode: string
}

const read = (schema: v.GenericSchema<string>, text: string): string | undefined => {
  const parsed = v.safeParse(schema, text)
  return parsed.success ? parsed.output : undefined
}

/** `TBK-261124-307146` without its hyphens. */
const bareNumber = /^([A-Z]{2,6})(\d{6})(\d{6})$/

/**
 * A typed or scanned number as it stands on the paper: in capitals and with its two hyphens, however it was typed.
 * Undefined for other text.
 */
export function certificateNoOf(text: string): string | undefined {
  const bare = hyphenated(text)
    .replace(/[^0-9A-Za-z]/g, '')
    .toUpperCase()
  return read(certificateNo, bare.replace(bareNumber, '$1-$2-$3'))
}

/** A typed verify code of ten characters, without spaces and hyphens. Undefined for other text. */
export const verifyCodeOf = (text: string): string | undefined =>
  read(verifyCode, hyphenated(text).replace(/-/g, ''))

/** The text in a certificate's square code when the deployment does not know its own address. */
export const bareCode = ({ certificateNo, verifyCode }: PaperCode): string => `${certificateNo}.${verifyCode}`

/** Number and code from a square code, which holds a page's address or the two alone. Undefined for other codes. */
export function scanned(text: string): PaperCode | undefined {
  const [certificateNo] = numberForm.exec(text) ?? []
  const [, verifyCode] = /(?:code=|\.)([A-Z2-7]{10})$/.exec(text) ?? []
  return certificateNo && verifyCode ? { certificateNo, verifyCode } : undefined
}
