/** `139 0000 0001`: a mainland mobile as one reads it out; any other number as it is. */
export function phoneWords(phone: string): string {
  const digits = /^(?:\+?86)?(1\d{2})(\d{4})(\d{4})$/.exec(phone)
  return digits ? digits.slice(1).join(' ') : phone
}
