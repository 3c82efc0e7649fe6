import { plainNumber } from '#contract/shared/text'
import type { Member } from './member'

/** Digits between the prefix and the check digit: ten million numbers for one community. */
export const volunteerDigits = 7

/**
 * The check digit of ISO 7064 MOD 11,10: it detects every single wrong digit, and nearly every swap of two
 * neighbours.
 */
function checkDigit(digits: string): number {
  let product = 10
  for (const digit of digits) {
    const sum = (Number(digit) + product) % 10 || 10
    product = (sum * 2) % 11
  }
  return (11 - product) % 10
}

/** `TBK-3071-4625`: the community's prefix, seven digits and their check digit. */
export function volunteerNoOf(prefix: string, digits: string): string {
  const all = `${digits}${checkDigit(digits)}`
  return `${prefix}-${all.slice(0, 4)}-${all.slice(4)}`
}

/** Turns a number typed from paper into its stored form; undefined where a digit must be wrong. */
export function readVolunteerNo(typed: string): string | undefined {
  const [, prefix, digits, check] = /^([A-Z]{2,6})(\d{7})(\d)$/.exec(plainNumber(typed).toUpperCase()) ?? []
  if (prefix === undefined || digits === undefined || Number(check) !== checkDigit(digits)) return undefined
  return volunteerNoOf(prefix, digits)
}

/** Whether a member is a volunteer, or was one: what has begun is ended without the role, and hours stay. */
export const hasVolunteered = ({ volunteerNo }: Pick<Member, 'volunteerNo'>): boolean =>
  (volunteerNo ?? null) !== null

/** A volunteer in any team, without a number yet. */
export const lacksVolunteerNo = (member: Member): boolean =>
  !hasVolunteered(member) && member.roles.some(({ role }) => role === 'volunteer')
