const numberForm = /[A-Za-z]{2,6}-\d{6}-\d{6}/
const codeForm = /^[A-Z2-7]{10}$/

export interface PaperCode {
  certificateNo: string
  verifyCode: string
}

/** The number as it was typed or scanned, in capitals; undefined for what is none. */
export const certificateNoOf = (text: string): string | undefined => {
  const said = text.trim().replace(/[—–－]/g, '-')
  return new RegExp(`^${numberForm.source}$`).test(said) ? said.toUpperCase() : undefined
}

/** The ten characters as they were typed, without blanks; undefined for what is none. */
export const verifyCodeOf = (text: string): string | undefined => {
  const said = text.replace(/\s/g, '').toUpperCase()
  return codeForm.test(said) ? said : undefined
}

/** What the square code of a certificate holds where the deployment does not know its own address. */
export const bareCode = ({ certificateNo, verifyCode }: PaperCode): string => `${certificateNo}.${verifyCode}`

/** Number and code out of a square code: of a page's address, or bare; undefined for any other code. */
export function scanned(text: string): PaperCode | undefined {
  const [certificateNo] = numberForm.exec(text) ?? []
  const [, verifyCode] = /(?:code=|\.)([A-Z2-7]{10})$/.exec(text) ?? []
  return certificateNo && verifyCode ? { certificateNo, verifyCode } : undefined
}
