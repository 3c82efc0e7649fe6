import * as v from 'valibot'
import { certificateNo, verifyCode } from '#contract/certificate'

const numberForm = /[A-Za-z]{2,6}-\d{6}-\d{6}/

export interface PaperCode {
  certificateNo: string
  verifyCode: string
}

const read = (schema: v.GenericSchema<string>, text: string): string | undefined => {
  const parsed = v.safeParse(schema, text)
  return parsed.success ? parsed.output : undefined
}

/** A typed or scanned number in capitals. Undefined for other text. */
export const certificateNoOf = (text: string): string | undefined => read(certificateNo, text)

/** A typed verify code of ten characters, without spaces. Undefined for other text. */
export const verifyCodeOf = (text: string): string | undefined => read(verifyCode, text)

/** The text in a certificate's square code when the deployment does not know its own address. */
export const bareCode = ({ certificateNo, verifyCode }: PaperCode): string => `${certificateNo}.${verifyCode}`

/** Number and code from a square code, which holds a page's address or the two alone. Undefined for other codes. */
export function scanned(text: string): PaperCode | undefined {
  const [certificateNo] = numberForm.exec(text) ?? []
  const [, verifyCode] = /(?:code=|\.)([A-Z2-7]{10})$/.exec(text) ?? []
  return certificateNo && verifyCode ? { certificateNo, verifyCode } : undefined
}
