import { narrow } from '#contract/shared/text'

/** What people put between groups of digits. */
const gap = '[ \\t·•\\-–—_.]?'
const grouped = (...groups: string[]): RegExp => new RegExp(`(?<!\\d)${groups.join(gap)}(?!\\d)`)

const identity = grouped('\\d{6}', '\\d{8}', '\\d{3}[\\dXx]')
const card = grouped('\\d{4}', '\\d{4}', '\\d{4}', '\\d{4}', '\\d{0,3}')
const mobile = grouped('(?:\\+?86)?', '1[3-9]\\d', '\\d{4}', '\\d{4}')

/**
 * Whether a text that everybody may read holds a number of a person: of their identity card, bank card or mobile
 * phone, written in one or in the usual groups. A landline, an amount, a day and an hour are no such number.
 */
export const holdsPersonalNumber = (written: string): boolean =>
  [identity, card, mobile].some((pattern) => pattern.test(narrow(written)))
