import type { Doc } from './documents'
import { crossesArray, valuesAt } from './paths'

/**
 * What has ever stood in an indexed field, as bits. SQLite orders and compares only some kinds as MongoDB does,
 * and one document with an array has many keys where SQLite keeps one; the planner asks here before it trusts
 * an index. Bits are only ever added, so an older snapshot is covered too.
 */
export const kind = { number: 1, string: 2, boolean: 4, array: 8, other: 16 } as const

export function kindsOf(doc: Doc, field: string): number {
  if (crossesArray(doc, field)) return kind.array
  const value = valuesAt(doc, field)[0]
  if (value === undefined || value === null) return 0
  if (typeof value === 'string') return kind.string
  if (typeof value === 'boolean') return kind.boolean
  return typeof value === 'number' && Number.isFinite(value) ? kind.number : kind.other
}

/** An SQL comparison on the column finds at least what MongoDB would find. */
export const comparable = (kinds: number) => (kinds & kind.array) === 0

/** The column sorts as MongoDB does; booleans are stored as 0 and 1 and must not mix with numbers or text. */
export const sortable = (kinds: number) =>
  (kinds & (kind.array | kind.other)) === 0 &&
  ((kinds & kind.boolean) === 0 || (kinds & (kind.number | kind.string)) === 0)
