interface Chip {
  title: string
  detail?: string | undefined
}

/** The most characters of a title where chips stand three beside each other on a phone, and where two. */
const shortest = 3
const short = 6
/** The most of a detail, in two lines. */
const shortDetail = 14

/** Digits and narrow letters are half as wide as a Chinese character. */
const widthOf = (words: string): number =>
  [...words].reduce((sum, letter) => sum + (letter < '\u0100' ? 0.5 : 1), 0)

/**
 * In how many columns the chips of a choice stand, each as wide as the others: as many as their longest words leave
 * room for. Larger text takes columns away by itself.
 */
export function chipsOf(options: readonly Chip[], tall = false): '' | 'chips-two' | 'chips-three' {
  const longest = Math.max(...options.map(({ title }) => widthOf(title)))
  const detail = Math.max(...options.map((option) => widthOf(option.detail ?? '')))
  if (tall || longest > short || detail > shortDetail) return ''
  return longest <= shortest && detail === 0 ? 'chips-three' : 'chips-two'
}
