import type { Grid, WholeCommunity } from '#contract/community'
import type { PartSpec } from './partSpec'

type Covers = NonNullable<Grid['covers']>

/**
 * A line for each estate: its name, a colon and its buildings, or the name alone for all of it. What the community no
 * longer has is left out.
 */
function written({ covers = [] }: Grid, { estates }: WholeCommunity): string {
  return covers
    .flatMap(({ estateId, buildings }) => {
      const estate = estates.find((each) => each.estateId === estateId)
      const standing = buildings?.filter((building) => estate?.buildings.includes(building))
      if (!estate || standing?.length === 0) return []
      return standing ? `${estate.name}：${standing.join('、')}` : estate.name
    })
    .join('\n')
}

/** What was written, by ids. An estate or a building that there is not becomes empty, which the schema refuses. */
function read(text: string, { estates }: WholeCommunity): Covers {
  return text.split(/[\n;；]/).flatMap((line) => {
    const [name = '', said] = line.split(/[:：]/).map((words) => words.trim())
    if (name === '' && said === undefined) return []
    const estate = estates.find((each) => each.name === name)
    const buildings = said?.split(/[、,，]/).flatMap((building) => {
      const words = building.trim()
      return words === '' ? [] : estate?.buildings.includes(words) ? words : ''
    })
    return { estateId: estate?.estateId ?? '', ...(buildings && { buildings }) }
  })
}

/** The grids, each with what it covers. */
export const gridsPart: PartSpec = {
  path: 'grids',
  fields: [
    { field: 'name', how: 'line', most: 20 },
    { field: 'covers', how: 'paragraph', most: 1000, optional: true },
  ],
  entries: (whole) =>
    whole.grids.map((grid) => ({
      id: grid.gridId,
      values: { name: grid.name, covers: written(grid, whole) },
    })),
  input: (whole, entries) => ({
    grids: entries.map(({ id, values }) => {
      const covers = read(values.covers ?? '', whole)
      return { gridId: id, name: (values.name ?? '').trim(), ...(covers.length > 0 && { covers }) }
    }),
  }),
}
