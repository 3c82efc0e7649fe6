import type { SqlRow } from '../connection'
import { type Doc, type Id, isPlainObject, partFromStored, put, toStored } from '../documents'
import { jsonPath, pathsTo } from '../paths'
import { readSlot } from '../slots'
import { typeAt } from './places'
import { type Sql, sql, written } from './sql'

/**
 * Parts of a document, read and written inside SQLite, so that a large document is neither parsed nor written
 * out for the sake of a few fields. Only where every document is JSON: a date is an object in the stored text.
 *
 * A part is the value at a path, or at the first step of the path that is no object: there an array, a plain
 * value or nothing decides what the rest of the path means.
 */
export interface PartialDoc {
  /** Holds the parts alone. */
  readonly doc: Doc
  /** Where they stand. */
  readonly paths: readonly string[]
}

/** Whether SQLite finds each of these paths. */
export const hasParts = (fields: readonly string[]) => fields.every((field) => jsonPath(field) !== undefined)

/** The columns to select for the parts at these paths, and `id`. */
export const partColumns = (fields: readonly string[]): Sql =>
  written(
    'id',
    ...fields.flatMap((field, i) => {
      const paths = pathsTo(field).map((path) => jsonPath(path) ?? '$')
      const depths = paths.map((_, depth) => sql(String(depth)))
      const part = firstStop(
        paths,
        paths.map((path) => sql('?', path)),
      )
      return [', ', firstStop(paths, depths), ` AS depth${i}, doc -> `, part, ` AS part${i}`]
    }),
  )

/** The answer for the first path that is no object, or for the last. */
function firstStop(paths: readonly string[], answers: readonly Sql[]): Sql {
  const last = answers.at(-1) ?? sql('NULL')
  const earlier = paths.slice(0, -1)
  if (earlier.length === 0) return last
  const cases = earlier.flatMap((path, i) => [
    ' WHEN ',
    typeAt(path),
    " IS NOT 'object' THEN ",
    answers[i] ?? last,
  ])
  return written('(CASE', ...cases, ' ELSE ', last, ' END)')
}

/** Reads a row of `partColumns`. */
export function readParts(row: SqlRow, fields: readonly string[]): PartialDoc {
  const doc: Doc = { _id: row.id as Id }
  const found = new Map<string, unknown>()
  for (const [i, field] of fields.entries()) {
    const path = pathsTo(field)[Number(row[`depth${i}`])] ?? field
    const part = row[`part${i}`]
    found.set(path, typeof part === 'string' ? partFromStored(part) : undefined)
  }
  for (const [path, value] of found) place(doc, path.split('.'), value)
  return { doc, paths: [...found.keys()] }
}

/** Puts the value in, with the objects around it. */
function place(holder: Record<string, unknown>, [part, ...rest]: string[], value: unknown) {
  if (part === undefined) return
  if (rest.length === 0) {
    if (value !== undefined) put(holder, part, value)
    return
  }
  const inner = Object.hasOwn(holder, part) ? holder[part] : undefined
  const next = isPlainObject(inner) ? inner : {}
  put(holder, part, next)
  place(next, rest, value)
}

/** The document with the parts that differ, large or not as it was; undefined where none does. */
export function changedDocument(
  { doc: before, paths }: PartialDoc,
  after: Doc,
  isLarge: boolean,
): Sql | undefined {
  const removed: Sql[] = []
  const set: Sql[] = []
  for (const path of paths) {
    const value = readSlot(after, path)
    const old = readSlot(before, path)
    const at = jsonPath(path) ?? '$'
    if (value === undefined && old !== undefined) removed.push(sql(', ?', at))
    else if (value !== undefined && (old === undefined || toStored(value) !== toStored(old)))
      set.push(sql(', ?, json(?)', at, toStored(value)))
  }
  if (removed.length + set.length === 0) return undefined
  const json = isLarge ? 'jsonb' : 'json'
  const rest = removed.length > 0 ? written(`${json}_remove(doc`, ...removed, ')') : sql('doc')
  return set.length > 0 ? written(`${json}_set(`, rest, ...set, ')') : rest
}
