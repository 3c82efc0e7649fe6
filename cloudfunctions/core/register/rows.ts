import type { Estate, Grid, ResidentGroup } from '#contract/community'
import { withoutHidden } from '#contract/shared/text'
import { type Damage, damageIn, damageInDoor, namesIn } from './damage'
import { areaSpelling, buildingSpelling, findBySpelling, unitSpelling } from './spelling'

/** The columns of a register and the headings they may have; the first heading is the one we ask for. */
export const registerHeadings = {
  estate: ['小区', 'estateId'],
  building: ['楼栋', 'building'],
  unit: ['房号', 'unit'],
  grid: ['网格', 'gridId'],
  group: ['居民组', 'groupId'],
  names: ['姓名', 'name'],
} as const
type Column = keyof typeof registerHeadings
const needed = ['estate', 'building', 'unit', 'grid', 'group'] as const satisfies Column[]

/** The longest door that a registration could state, and the most names of one dwelling. */
const unitMax = 20
const manyNames = 20
/** What a door is written with. */
const written = /^[\p{L}\p{N}\s\p{Pd}−ー~_.．·/／#＃]+$/u

/** One line of the register, with its grid, estate and group found in the community. */
export interface RegisterRow {
  /** The number as a spreadsheet shows it: the heading is row 1. */
  row: number
  estateId: string
  /** As the community writes it. */
  building: string
  /** As the file writes it. */
  unit: string
  gridId: string
  /** Null where the community has no resident groups. */
  groupId: string | null
  /** The residents' names; empty where the file has none. */
  names: string[]
}

/** What is wrong with a row; `app/register/registerText` has the words for the administrator. */
export type RowFault =
  | { fault: 'empty_file' | 'no_rows' }
  | { fault: 'heading_missing'; headings: string[]; garbled: boolean }
  | { fault: 'heading_twice'; headings: string[] }
  | { fault: 'columns'; expected: number; found: number }
  | { fault: 'missing'; heading: string }
  | { fault: 'unknown'; heading: string; said: string }
  | { fault: 'damaged'; heading: string; said: string; damage: Damage }
  | { fault: 'building'; estate: string; said: string }
  | { fault: 'unit'; said: string }
  | { fault: 'name'; said: string }
  | { fault: 'many_names'; most: number }
  | { fault: 'duplicate' | 'two_grids'; firstRow: number }
export interface RowFaults {
  row: number
  faults: RowFault[]
}

export interface Areas {
  estates: readonly Estate[]
  grids: readonly Grid[]
  groups: readonly ResidentGroup[]
}

export interface RegisterRead {
  /** How many rows are not empty. */
  count: number
  rows: RegisterRow[]
  faults: RowFaults[]
}

/** A door in its normalised spelling: two spellings of one door become equal. */
export const doorSpelling = (building: string, unit: string): readonly [string, string] => [
  buildingSpelling(building),
  unitSpelling(unit),
]

/**
 * Reads the cells of a register. Blank lines are skipped but counted.
 *
 * @param lines the heading, then the rows.
 * @param firstRow the number of the line after the heading; more than 2 for a later part of a file.
 */
export function readRegister(lines: readonly string[][], areas: Areas, firstRow = 2): RegisterRead {
  const [heading, ...body] = lines
  if (heading === undefined || blank(heading))
    return { count: 0, rows: [], faults: [{ row: 1, faults: [{ fault: 'empty_file' }] }] }
  const columns = columnsOf(heading)
  if ('fault' in columns) return { count: 0, rows: [], faults: [{ row: 1, faults: [columns] }] }

  const read: RegisterRead = { count: 0, rows: [], faults: [] }
  const seen = new Map<string, RegisterRow>()
  const width = heading.length
  for (const [index, cells] of body.entries()) {
    if (blank(cells)) continue
    read.count += 1
    const row = firstRow + index
    const one = readRow(row, cells, width, columns, areas)
    if ('faults' in one) {
      read.faults.push(one)
      continue
    }
    const door = JSON.stringify([one.estateId, ...doorSpelling(one.building, one.unit)])
    const first = seen.get(door)
    if (first) {
      const fault = first.gridId === one.gridId ? 'duplicate' : 'two_grids'
      read.faults.push({ row, faults: [{ fault, firstRow: first.row }] })
      continue
    }
    seen.set(door, one)
    read.rows.push(one)
  }
  if (read.count === 0) read.faults.push({ row: firstRow, faults: [{ fault: 'no_rows' }] })
  return read
}

const blank = (cells: readonly string[]) => cells.every((cell) => cellSaid(cell) === '')

/** What a cell says: without the mark that makes a spreadsheet read it as text, and without what nobody sees. */
const cellSaid = (cell: string): string =>
  withoutHidden(cell)
    .trim()
    .replace(/^['‘’]/, '')
    .trim()

/** Which cell holds which column; unknown columns are not read. */
function columnsOf(heading: readonly string[]): Partial<Record<Column, number>> | RowFault {
  const columns: Partial<Record<Column, number>> = {}
  const titles = heading.map((title) => title.normalize('NFKC').replace(/\s/g, ''))
  for (const [column, names] of Object.entries(registerHeadings) as [Column, readonly string[]][]) {
    const at = titles.flatMap((title, index) => (names.includes(title) ? [index] : []))
    if (at.length > 1) return { fault: 'heading_twice', headings: [names[0] ?? column] }
    if (at[0] !== undefined) columns[column] = at[0]
  }
  const missing = needed.filter((column) => columns[column] === undefined)
  if (missing.length > 0)
    return {
      fault: 'heading_missing',
      headings: missing.map((column) => registerHeadings[column][0]),
      garbled:
        missing.length === needed.length || titles.some((title) => damageIn(title)?.damage === 'garbled'),
    }
  return columns
}

function readRow(
  row: number,
  cells: readonly string[],
  width: number,
  columns: Partial<Record<Column, number>>,
  areas: Areas,
): RegisterRow | RowFaults {
  // spreadsheets write empty cells after the last column; any other extra cell may have shifted a door
  if (cells.length < width || !blank(cells.slice(width)))
    return { row, faults: [{ fault: 'columns', expected: width, found: cells.length }] }
  const faults: RowFault[] = []
  const said = (column: Column): string => cellSaid(cells[columns[column] ?? -1] ?? '')
  const damaged = (column: Column, damage: Damage) =>
    faults.push({ fault: 'damaged', heading: registerHeadings[column][0], said: said(column), damage })
  for (const column of needed)
    if (said(column) === '' && (column !== 'group' || areas.groups.length > 0))
      faults.push({ fault: 'missing', heading: registerHeadings[column][0] })

  function findArea<Area>(
    column: 'estate' | 'grid' | 'group',
    known: readonly Area[],
    id: (area: Area) => string,
    name: (area: Area) => string,
  ): Area | undefined {
    const words = said(column)
    if (words === '') return undefined
    const found = known.find((each) => id(each) === words) ?? findBySpelling(known, name, areaSpelling, words)
    const damage = damageIn(words)
    if (found === undefined && damage) damaged(column, damage)
    else if (found === undefined)
      faults.push({ fault: 'unknown', heading: registerHeadings[column][0], said: words })
    return found
  }
  const estate = findArea(
    'estate',
    areas.estates,
    ({ estateId }) => estateId,
    ({ name }) => name,
  )
  const grid = findArea(
    'grid',
    areas.grids,
    ({ gridId }) => gridId,
    ({ name }) => name,
  )
  const group = findArea(
    'group',
    areas.groups,
    ({ groupId }) => groupId,
    ({ name }) => name,
  )
  const building = estate && said('building') !== '' ? buildingIn(estate, said('building')) : undefined
  if (said('building') !== '' && building === undefined) {
    const damage = damageInDoor(said('building'))
    if (damage) damaged('building', damage)
    else if (estate) faults.push({ fault: 'building', estate: estate.name, said: said('building') })
  }
  const unit = said('unit')
  if (unit !== '') {
    const damage = damageInDoor(unit)
    if (damage) damaged('unit', damage)
    else if (unit.length > unitMax || !written.test(unit) || unitSpelling(unit) === '')
      faults.push({ fault: 'unit', said: unit })
  }
  const people = namesIn(said('names'))
  if ('names' in people) {
    if (people.names.length > manyNames) faults.push({ fault: 'many_names', most: manyNames })
  } else if (people.damage)
    faults.push({ fault: 'damaged', heading: registerHeadings.names[0], ...people, damage: people.damage })
  else faults.push({ fault: 'name', said: people.said })
  const names = 'names' in people ? people.names : []

  if (faults.length > 0 || !estate || !grid || building === undefined) return { row, faults }
  const { estateId } = estate
  return { row, estateId, building, unit, gridId: grid.gridId, groupId: group?.groupId ?? null, names }
}

/** The building of the estate that is meant, as the community writes it. */
export const buildingIn = (estate: Estate, said: string): string | undefined =>
  findBySpelling(estate.buildings, (building) => building, buildingSpelling, said)
