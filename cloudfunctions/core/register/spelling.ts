const digits = '零一二三四五六七八九'

/** 1 to 99 as people write them; undefined for anything else, for example `三八`, which is a name. */
function countOf(numeral: string): number | undefined {
  const [tens, ones, more] = numeral.split('十')
  if (more !== undefined || tens === undefined) return undefined
  if (ones === undefined) return tens.length === 1 ? digits.indexOf(tens) : undefined
  if (tens.length > 1 || ones.length > 1) return undefined
  return (tens === '' ? 1 : digits.indexOf(tens)) * 10 + (ones === '' ? 0 : digits.indexOf(ones))
}

/** One way of writing what may be written in many: width, case, spaces, dashes, Chinese numerals, leading zeros. */
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
export const placeSpelling = plain

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

/** A person's name: without spaces, with one kind of dot. */
export const nameSpelling = (name: string): string =>
  name
    .normalize('NFKC')
    .toUpperCase()
    .replace(/\s/g, '')
    .replace(/[•・‧∙⋅.。]/g, '·')

/** The one that is written so; undefined where none is, or where several are and none exactly. */
export function spelt<Place>(
  places: readonly Place[],
  written: (place: Place) => string,
  spelling: (text: string) => string,
  said: string,
): Place | undefined {
  const exact = places.find((place) => written(place) === said.trim())
  if (exact !== undefined) return exact
  const alike = places.filter((place) => spelling(written(place)) === spelling(said))
  return alike.length === 1 ? alike[0] : undefined
}
