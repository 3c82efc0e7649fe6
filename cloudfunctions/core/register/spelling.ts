const digits = '零一二三四五六七八九'

/**
 * A number from 1 to 99 as people write it; undefined for anything else, for example `三八`, which is a name.
 */
function countOf(numeral: string): number | undefined {
  const [tens, ones, more] = numeral.split('十')
  if (more !== undefined || tens === undefined) return undefined
  if (ones === undefined) return tens.length === 1 ? digits.indexOf(tens) : undefined
  if (tens.length > 1 || ones.length > 1) return undefined
  return (tens === '' ? 1 : digits.indexOf(tens)) * 10 + (ones === '' ? 0 : digits.indexOf(ones))
}

/** One spelling for many: width, case, spaces, dashes, Chinese numerals, leading zeros. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/\s/g, '')
    .replace(/[‐-―−ー－~_]/g, '-')
    .replace(/[一二三四五六七八九十]+/g, (numeral) => String(countOf(numeral) ?? numeral))
    .replace(/\d+/g, (number) => number.replace(/^0+(?=\d)/, ''))
}

/** The name of an estate, a grid or a group: `第３网格` is `第三网格`. */
export const areaSpelling = plain

/** A building: `3栋`, `3幢`, `３ 号楼` and `三栋` are one. */
export const buildingSpelling = (building: string): string =>
  plain(building)
    .replace(/^第(?=\d)/, '')
    .replace(/(栋|幢|座|号楼|号|楼)$/, '')

/** Unit and door: `2单元5-3室`, `2-5-3` and `２单元５楼３号` are one. */
export const unitSpelling = (unit: string): string =>
  plain(unit)
    .replace(/(单元|楼|层|号)/g, '-')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|(-|室|房|户)+$/g, '')

/**
 * The one with this spelling; undefined where none has it, or where several have it and none has exactly this
 * text.
 */
export function findBySpelling<Entry>(
  entries: readonly Entry[],
  written: (entry: Entry) => string,
  spelling: (text: string) => string,
  said: string,
): Entry | undefined {
  const exact = entries.find((entry) => written(entry) === said.trim())
  if (exact !== undefined) return exact
  const alike = entries.filter((entry) => spelling(written(entry)) === spelling(said))
  return alike.length === 1 ? alike[0] : undefined
}
