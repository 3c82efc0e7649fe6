/**
 * The class names of every style sheet, those used most first: `ShortNamesPlugin` writes them here when the sheets are
 * compiled. A name's place is its short name.
 */
const names = '%class names%'.split(' ')

const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** `a` to `Z`, then two letters. */
export const nameAt = (place: number): string =>
  place < letters.length
    ? letters.charAt(place)
    : nameAt(Math.floor(place / letters.length) - 1) + letters.charAt(place % letters.length)

/** Class names that something else than a class attribute says: a template, or a way to a place of the page. */
export const keptNames = [
  'pressed',
  'button-pressed',
  'input-placeholder',
  'textarea-placeholder',
  'step-bar',
  'field-error',
  'maybe',
]

const short = new Map<string, string>([
  ...names.map((name, place) => [name, nameAt(place)] as const),
  ...keptNames.map((name) => [name, name] as const),
])

/** A class attribute in short names. A name that no style sheet has is left out. */
export function shortened(className: string): string {
  return className
    .split(' ')
    .map((name) => short.get(name) ?? '')
    .filter((name) => name !== '')
    .join(' ')
}
