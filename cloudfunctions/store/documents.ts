import type { Page } from '#contract/shared/scalars'
import { isDuplicate, patiently } from './faults'
import type { CollectionName, Direction } from './manifest'
import { database, operator } from './sdk'

/** A value in a query: a plain value for equality, or one of the SDK's operators. */
export type Where = Record<string, unknown>

export interface PageOf {
  /** Equality fields of the index, then any further conditions. */
  where: Where
  /** The index's sort field; `_id` breaks ties in the same direction. */
  sort: readonly [field: string, direction: Direction]
  cursor?: string | undefined
  limit: number
}

/** A list's cursor was not made by that list. */
export class BadCursor extends Error {}

/** One collection of documents of one shape. The only way to the database. */
export interface Documents<Doc extends { _id: string }> {
  get(id: string): Promise<Doc | undefined>
  /** False when the id or a unique key is taken. */
  insert(doc: Doc): Promise<boolean>
  /** Writes the whole document, whether or not there is one. False when a unique key is another's. */
  put(doc: Doc): Promise<boolean>
  /** One conditional write; false when nothing met the condition. */
  update(where: Where, change: Record<string, unknown>): Promise<boolean>
  /**
   * Writes `after` where `rev` is still `before`'s; false when somebody else was faster.
   * After a lost answer it may answer false for a write that was done: read again and look for your command.
   */
  save(before: Doc & { rev: number }, after: Doc & { rev: number }): Promise<boolean>
  /** `fields`: read only these, by their paths; the others are then missing. */
  find(
    where: Where,
    sort: readonly [string, Direction],
    limit: number,
    fields?: readonly string[],
  ): Promise<Doc[]>
  /** Removes what meets the condition; answers how many. */
  remove(where: Where): Promise<number>
  count(where: Where): Promise<number>
  page(list: PageOf): Promise<Page<Doc>>
}

export function documents<Doc extends { _id: string }>(name: CollectionName): Documents<Doc> {
  const collection = database.collection(name)

  async function update(where: Where, change: Record<string, unknown>): Promise<boolean> {
    const answer = await patiently(() => collection.where(where).update({ data: change }) as Promise<Updated>)
    return answer.stats.updated > 0
  }

  async function find(
    where: Where,
    sort: readonly [string, Direction],
    limit: number,
    fields?: readonly string[],
  ): Promise<Doc[]> {
    const direction = sort[1] === 1 ? 'asc' : 'desc'
    let query = collection.where(where).orderBy(sort[0], direction)
    if (sort[0] !== '_id') query = query.orderBy('_id', direction)
    if (fields) query = query.field(Object.fromEntries(fields.map((field) => [field, true])))
    const answer = (await patiently(() => query.limit(limit).get() as Promise<unknown>)) as { data: Doc[] }
    return answer.data
  }

  return {
    async get(id) {
      const answer = (await patiently(() => collection.doc(id).get() as Promise<unknown>)) as {
        data?: Doc | null
      }
      return answer.data ?? undefined
    },
    async insert(doc) {
      try {
        await patiently(() => collection.add({ data: doc }) as Promise<unknown>)
        return true
      } catch (fault) {
        if (isDuplicate(fault)) return false
        throw fault
      }
    },
    async put({ _id, ...fields }) {
      try {
        await patiently(() => collection.doc(_id).set({ data: fields }) as Promise<unknown>)
        return true
      } catch (fault) {
        if (isDuplicate(fault)) return false
        throw fault
      }
    },
    update,
    save(before, after) {
      const change: Record<string, unknown> = {}
      for (const key of Object.keys(after) as (keyof typeof after & string)[])
        if (key !== '_id' && after[key] !== before[key]) change[key] = operator.set(after[key])
      return update({ _id: before._id, rev: before.rev }, change)
    },
    find,
    async remove(where) {
      const answer = await patiently(() => collection.where(where).remove() as Promise<Removed>)
      return answer.stats.removed
    },
    async count(where) {
      const answer = await patiently(() => collection.where(where).count() as Promise<{ total: number }>)
      return answer.total
    },
    async page({ where, sort, cursor, limit }) {
      const [field, direction] = sort
      const beyond = direction === 1 ? operator.gt : operator.lt
      let condition: unknown = where
      if (cursor !== undefined) {
        const [value, id] = readCursor(cursor)
        condition = operator.and([
          where,
          operator.or([{ [field]: beyond(value) }, { [field]: value, _id: beyond(id) }]),
        ])
      }
      const found = await find(condition as Where, sort, limit + 1)
      const items = found.slice(0, limit)
      const last = items[items.length - 1]
      if (found.length <= limit || !last) return { items }
      return { items, nextCursor: writeCursor((last as Record<string, unknown>)[field], last._id) }
    },
  }
}

interface Updated {
  stats: { updated: number }
}
interface Removed {
  stats: { removed: number }
}

function writeCursor(value: unknown, id: string): string {
  return Buffer.from(JSON.stringify([value, id])).toString('base64url')
}

function readCursor(cursor: string): [number | string, string] {
  try {
    const read: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (Array.isArray(read) && read.length === 2) {
      const [value, id] = read
      if ((typeof value === 'number' || typeof value === 'string') && typeof id === 'string')
        return [value, id]
    }
  } catch {
    // falls through: any unreadable cursor is the same refusal
  }
  throw new BadCursor('the cursor was not made by this list')
}
