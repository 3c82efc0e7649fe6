import type { Page } from '#contract/shared/scalars'
import { readCursor, writeCursor } from './cursor'
import { raw } from './raw'
import { operator } from './sdk'

/** How lists were asked before they named their index; it goes with the last call that says it so. */
export type OldWhere = Record<string, unknown>
type OldSort = readonly [string, 1 | -1]
export interface Old<Doc> {
  update(where: OldWhere, change: OldWhere): Promise<boolean>
  remove(where: OldWhere): Promise<number>
  find(where: OldWhere, sort: OldSort, limit: number, fields?: readonly string[]): Promise<Doc[]>
  count(where: OldWhere): Promise<number>
  page(list: {
    where: OldWhere
    sort: OldSort
    cursor?: string | undefined
    limit: number
  }): Promise<Page<Doc>>
}

// biome-ignore lint/suspicious/noExplicitAny: both ways of asking, until one is gone
export function withOld(name: string, now: any): any {
  const old = raw<{ _id: string }>(name)
  return {
    ...now,
    // biome-ignore lint/suspicious/noExplicitAny: as above
    find: (a: any, b: any, c: any, d: any) =>
      typeof a === 'string' ? now.find(a, b, c) : old.read(a, b, c, d),
    // biome-ignore lint/suspicious/noExplicitAny: as above
    count: (a: any, b: any) => (typeof a === 'string' ? now.count(a, b) : old.count(a)),
    // biome-ignore lint/suspicious/noExplicitAny: as above
    remove: (a: any, b: any) => (typeof a === 'string' ? now.remove(a, b) : old.erase(a)),
    // biome-ignore lint/suspicious/noExplicitAny: as above
    async page(a: any, b: any, c: any) {
      if (typeof a === 'string') return now.page(a, b, c)
      const { where, sort, cursor, limit } = a
      const [field, direction] = sort
      const beyond = direction === 1 ? operator.gt : operator.lt
      let condition = where
      if (cursor !== undefined) {
        const [value, id] = readCursor(cursor)
        condition = operator.and([
          where,
          operator.or([{ [field]: beyond(value) }, { [field]: value, _id: beyond(id) }]),
        ])
      }
      const found = await old.read(condition, sort, limit + 1)
      const items = found.slice(0, limit)
      const last = items[items.length - 1]
      if (found.length <= limit || !last) return { items }
      return { items, nextCursor: writeCursor(last, field) }
    },
  }
}
