import { type Doc, isPlainJson } from './documents'
import { crossesArray, valuesAt } from './paths'

/**
 * The kinds of value that an indexed field has ever had, as bits. SQLite orders and compares only some kinds
 * as MongoDB does, and a document with an array has many keys in MongoDB and one in SQLite; so the planner
 * asks here before it uses an index. Bits are only ever added, so they hold for older snapshots too.
 */
export const kind = { number: 1, string: 2, boolean: 4, array: 8, other: 16 } as const

/** Stands among the fields for the document itself; its kind is `other` where JSON alone cannot write it. */
export const wholeDocument = ''

/** Whether every document so far is JSON: no dates, no other BSON values. */
export const isPlain = (kinds: ReadonlyMap<string, number>) => kinds.get(wholeDocument) === 0

export function kindsOf(doc: Doc, field: string): number {
  if (field === wholeDocument) return isPlainJson(doc) ? 0 : kind.other
  if (crossesArray(doc, field)) return kind.array
  const value = valuesAt(doc, field)[0]
  if (value === undefined || value === null) return 0
  if (typeof value === 'string') return kind.string
  if (typeof value === 'boolean') return kind.boolean
  return typeof value === 'number' && Number.isFinite(value) ? kind.number : kind.other
}

/**
 * Whether the column sorts as MongoDB does. Booleans are stored as 0 and 1 and must not mix with numbers or
 * text.
 */
export const sortable = (kinds: number) =>
  (kinds & (kind.array | kind.other)) === 0 &&
  ((kinds & kind.boolean) === 0 || (kinds & (kind.number | kind.string)) === 0)
