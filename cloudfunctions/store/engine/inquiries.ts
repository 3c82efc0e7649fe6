import type { Page } from '#contract/shared/scalars'
import { positionOf, readCursor, writeCursor } from './cursor'
import { type AnyIndexTable, type Index, indexesOf } from './indexes'
import { type Asked, behind, type Sort, sortOf } from './lists'
import type { Listed, Naming } from './raw'

interface Listing {
  limit: number
  backwards?: boolean | undefined
  fields?: readonly string[] | undefined
}
interface Reading extends Listing {
  entries?: object
  after?: { _id: string } | undefined
}

/** What the lists of a collection ask of its indexes, whether they are read at once or together with others. */
export function inquiriesOf(name: string, table: AnyIndexTable) {
  const indexes = new Map<string, Index>(indexesOf(table).map((index) => [index.name, index]))

  function indexOf(indexName: string): Index {
    const index = indexes.get(indexName)
    if (!index) throw new Error(`the collection ${name} has no index ${indexName}`)
    return index
  }

  return {
    indexOf,
    listOf(index: string, where: Asked, { limit, fields, entries, backwards, after }: Reading): Listed {
      const sort = sortOf(indexOf(index), where, backwards)
      const asked = after ? behind(where, sort, positionOf(after, sort[0])) : where
      return { asked, sort, limit, fields: pathsOf(fields, entries) }
    },
    /** One document further than the page shows. Throws BadCursor. */
    pageOf(
      index: string,
      where: Asked,
      { cursor, limit, backwards, fields }: Listing & { cursor: string | undefined },
    ): Listed {
      const sort = sortOf(indexOf(index), where, backwards)
      const asked = cursor === undefined ? where : behind(where, sort, readCursor(cursor))
      return { asked, sort, limit: limit + 1, fields: fields && [...new Set([...fields, sort[0]])] }
    },
    findable<Found extends Omit<Naming, 'from'>>(naming: Found): Found & { from: string } {
      const { by } = naming
      const begins = [...indexes.values()].some(({ keys: [first] }) => first?.[0] === by)
      if (by !== '_id' && !begins) throw new Error(`no index of ${name} begins with ${by}`)
      return { ...naming, from: name }
    },
  }
}

/** The page of a list that was read one document further than it shows. */
export function pageIn<Item extends object>(found: Item[], limit: number, [field]: Sort): Page<Item> {
  const items = found.slice(0, limit)
  const last = items[items.length - 1]
  return found.length > limit && last ? { items, nextCursor: writeCursor(last, field) } : { items }
}

/** The paths to read; undefined for the whole document. */
export function pathsOf(fields: readonly string[] = [], entries: object = {}): string[] | undefined {
  const keyed = Object.entries(entries).flatMap(([map, keys]) => [keys].flat().map((key) => `${map}.${key}`))
  const paths = [...fields, ...keyed]
  return paths.length > 0 ? paths : undefined
}
