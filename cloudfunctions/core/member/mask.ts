import { charactersOf } from '#contract/shared/text'

/** `+8613812345678` → `138****5678`. */
export function maskPhone(phone: string): string {
  const digits = phone.slice(-11)
  return `${digits.slice(0, 3)}****${digits.slice(-4)}`
}

/** `王奶奶` → `王**`; a single character stays. */
export function maskName(name: string): string {
  const [first = '', ...rest] = charactersOf(name)
  return first + '*'.repeat(rest.length)
}

/** Keeps the first character and hides the others; a single character is hidden. */
export function maskUnit(unit: string): string {
  const [first = '', ...rest] = charactersOf(unit)
  return rest.length === 0 ? '*' : first + '*'.repeat(rest.length)
}
