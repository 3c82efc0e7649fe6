const digits = '零一二三四五六七八九'

/** 1 to 99 in Chinese numerals, as grids and groups are numbered. */
export function numeral(count: number): string {
  const [tens, ones] = [Math.floor(count / 10), count % 10]
  const end = ones === 0 ? '' : digits.charAt(ones)
  if (tens === 0) return end
  return `${tens === 1 ? '' : digits.charAt(tens)}十${end}`
}
