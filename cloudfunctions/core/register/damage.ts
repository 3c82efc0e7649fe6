import { charactersOf, isPersonName } from '#contract/shared/text'

/** The longest name that a registration could state. */
const nameMax = 20

/** What a spreadsheet, or somebody in a hurry, makes of a cell. */
export type Damage =
  /** Excel has taken a door for a day; `was` is the door where it can be told. */
  | { damage: 'date'; was?: string }
  /** Excel shows a day as the number of days since 1900. */
  | { damage: 'serial'; was: string }
  /** Numbers where a name is expected, or too many of them for a door. */
  | { damage: 'number' }
  /** Words about the cell, or instead of what it should hold. */
  | { damage: 'note' }
  /** More than one door, or perhaps more than one person, without a mark between them that is understood. */
  | { damage: 'several' }
  | { damage: 'error' | 'narrow' | 'exponent' | 'formula' | 'garbled' }

const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']
const month = `(${months.join('|')})(?:UARY|RUARY|CH|IL|E|Y|UST|T|TEMBER|OBER|EMBER)?`
const clock = '( ?\\d{1,2}:\\d{2}(:\\d{2})?( ?[AP]M)?)?'
const year = '(?:19|20)\\d{2}'
const monthDigits = '(0?[1-9]|1[0-2])'
const dayDigits = '(0?[1-9]|[12]\\d|3[01])'
const count = '[\\d零〇一二三四五六七八九十廿卅]{1,3}'

/** The forms in which spreadsheets write a day, with the door it may have been. */
const days: [form: RegExp, was: (found: readonly string[]) => string | undefined][] = [
  [
    new RegExp(`^(?:(?:${year}|[〇零一二三四五六七八九]{4})年)?(${count})月(?:(${count})[日号]?)?${clock}$`),
    ([, first, second]) => door(first, second),
  ],
  [new RegExp(`^${year}([-/.])${monthDigits}\\1${dayDigits}(?:T.*)?${clock}$`), ([, , m, d]) => door(m, d)],
  [new RegExp(`^\\d{1,2}/\\d{1,2}/${year}${clock}$`), () => undefined],
  [
    new RegExp(`^(\\d{1,2})[-/. ]?${month}(?:[-/. ,]+(?:${year}|\\d{2}))?$`),
    ([, day, name]) => door(monthNo(name), day),
  ],
  [
    new RegExp(`^${month}[-/. ]?(\\d{1,4})(?:[-/. ,]+${year})?$`),
    ([, name, day = '']) => door(monthNo(name), day.length > 2 ? undefined : day),
  ],
]

const monthNo = (name = ''): string => String(months.indexOf(name) + 1)

function door(first: string | undefined, second: string | undefined): string | undefined {
  const [one, two] = [Number(first), Number(second)]
  return one > 0 && two > 0 ? `${one}-${two}` : undefined
}

function dateIn(cell: string): Damage | undefined {
  for (const [form, was] of days) {
    const found = form.exec(cell)
    if (!found) continue
    const before = was(found)
    return before === undefined ? { damage: 'date' } : { damage: 'date', was: before }
  }
  return undefined
}

/**
 * Days of the years 2020 to 2036, counted from 1900. Doors of five digits begin with the unit and the floor: none of
 * these is one below the 38th floor.
 */
const firstSerial = 43_831
const lastSerial = 49_999
const dayMs = 86_400_000
/** Day 0 of Excel's calendar, for days after February 1900. */
const serialZero = Date.UTC(1899, 11, 30)

function serialIn(cell: string): Damage | undefined {
  if (!/^\d{5}(\.\d+)?$/.test(cell)) return undefined
  const serial = Math.floor(Number(cell))
  if (serial < firstSerial || serial > lastSerial) return undefined
  const day = new Date(serialZero + serial * dayMs)
  return { damage: 'serial', was: `${day.getUTCMonth() + 1}-${day.getUTCDate()}` }
}

/** What stands in a table instead of a person or a door, or behind one. */
const notes =
  /[()[\]{}<>【】〔〕《》]|搬走|搬离|搬迁|迁出|租户|租客|出租|空置|空房|空户|闲置|无人|没人|没有|不详|不清|不明|未知|未登|待查|待定|户主|房东|去世|死亡|已故|外出|同上|暂无|备注|合计|小计|共计/
const emptyWords = /^(空|无|没|租|NULL|NONE|NIL|N\/A|NA|NAN|-+|—+|\/+|\\+|\.+|、+|XX+)$/

/** What Excel writes where a formula has failed. */
const errors = /^#[A-Z/0]+[!?]?$/
const garbled = /[?\ufffd\p{Cc}\p{Cn}\p{Co}\p{Cs}]|锟|烫烫|屯屯/u

const plain = (cell: string): string => cell.normalize('NFKC').trim().toUpperCase()

/** What has happened to any cell: what it holds is nobody's word for anything. */
export function damageIn(said: string): Damage | undefined {
  const cell = plain(said)
  if (/^#+$/.test(cell)) return { damage: 'narrow' }
  if (errors.test(cell)) return { damage: 'error' }
  if (/^\d(\.\d+)?E[+-]\d{2,}$/.test(cell)) return { damage: 'exponent' }
  if (/^[=+@]|^-./.test(cell)) return { damage: 'formula' }
  if (garbled.test(cell)) return { damage: 'garbled' }
  return dateIn(cell)
}

/** What has happened to a door's cell, or what stands in it beside one door. */
export function damageInDoor(said: string): Damage | undefined {
  if (/[\r\n]/.test(said.trim())) return { damage: 'several' }
  const cell = plain(said)
  const damage = damageIn(said) ?? serialIn(cell)
  if (damage) return damage
  if (/[、,;|&]|\d\s*[和及与至到]\s*\d/.test(cell)) return { damage: 'several' }
  if (/\d{8}/.test(cell)) return { damage: 'number' }
  return notes.test(cell) || emptyWords.test(cell) ? { damage: 'note' } : undefined
}

/** The marks between several people in one cell. */
const between = /[、，,;；/／|｜&＆\r\n\t]/

/** The people in a cell, and the first piece of it that is no person's name. */
export function namesIn(said: string): { names: string[] } | { said: string; damage: Damage | undefined } {
  if (said === '') return { names: [] }
  const whole = damageInsteadOfName(said.replace(/[\r\n\t]+/g, '、'))
  if (whole) return { said, damage: whole }
  const names = said
    .split(between)
    .map((name) => name.trim())
    .filter((name) => name !== '')
  for (const name of names) {
    const damage = damageInsteadOfName(name) ?? damageInName(plain(name))
    if (damage || name.length > nameMax || !isPersonName(name)) return { said: name, damage }
  }
  return { names }
}

function damageInsteadOfName(said: string): Damage | undefined {
  return emptyWords.test(plain(said)) ? { damage: 'note' } : damageIn(said)
}

function damageInName(cell: string): Damage | undefined {
  if (notes.test(cell)) return { damage: 'note' }
  if (/\p{N}/u.test(cell)) return { damage: 'number' }
  return mayBeSeveral(cell) ? { damage: 'several' } : undefined
}

const han = /^\p{Script=Han}+$/u
/** The longest name of Han characters whose parts are taken for one person's. */
const longestHan = 4

/**
 * Whether several people may stand in one name. A space within a name of Han characters fills up its column
 * (`张 三`); between longer pieces nobody can tell two people from one.
 */
function mayBeSeveral(cell: string): boolean {
  const pieces = cell.replace(/\s*[·•・‧∙⋅.。]\s*/g, '·').split(/\s+/)
  if (pieces.length > 1 && pieces.some((piece) => han.test(piece))) {
    const one =
      pieces.every((piece) => han.test(piece)) && pieces.some((piece) => charactersOf(piece).length === 1)
    return !one || pieces.length > 3 || charactersOf(pieces.join('')).length > longestHan
  }
  return /^\p{Script=Han}{2,}[和与及跟]\p{Script=Han}{2,}$/u.test(cell) || /[\\"“”:*%~^_]/.test(cell)
}
