import { narrow } from '#contract/shared/text'

/**
 * Reads a day as people write it, with or without signs between year, month and day, into `1968-03-15`; undefined for
 * no day.
 */
export function birthDayOf(text: string): string | undefined {
  const said = narrow(text).trim()
  const parts =
    /^(\d{4})(\d{2})(\d{2})$/.exec(said) ?? /^(\d{4})\D{1,3}(\d{1,2})\D{1,3}(\d{1,2})\D?$/.exec(said)
  if (!parts) return undefined
  const [, year = '', month = '', day = ''] = parts
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31) return undefined
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}
