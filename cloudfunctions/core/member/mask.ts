/** `+8613812345678` → `138****5678`. */
export function maskPhone(phone: string): string {
  const digits = phone.slice(-11)
  return `${digits.slice(0, 3)}****${digits.slice(-4)}`
}

/** Keeps the first character; the rest becomes stars. */
export function maskUnit(unit: string): string {
  const [first = '', ...rest] = [...unit]
  return first + '*'.repeat(Math.max(rest.length, 1))
}
