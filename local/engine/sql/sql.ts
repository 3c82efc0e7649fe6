import type { SqlValue } from '../connection'

/** A piece of SQL with the values of its question marks. */
export interface Sql {
  readonly sql: string
  readonly args: readonly SqlValue[]
}

export const sql = (text: string, ...args: readonly SqlValue[]): Sql => ({ sql: text, args })

export const anyRow = sql('1')
export const noRow = sql('0')

/** Pieces one after the other; a string is SQL as it stands. */
export function written(...pieces: readonly (string | Sql)[]): Sql {
  return {
    sql: pieces.map((piece) => (typeof piece === 'string' ? piece : piece.sql)).join(''),
    args: pieces.flatMap((piece) => (typeof piece === 'string' ? [] : piece.args)),
  }
}

/** All of these; the constants fall out. */
export function allOf(conditions: readonly Sql[]): Sql {
  if (conditions.includes(noRow)) return noRow
  return joined(
    conditions.filter((condition) => condition !== anyRow),
    ' AND ',
    anyRow,
  )
}

/** One of these at least; the constants fall out. */
export function anyOf(conditions: readonly Sql[]): Sql {
  if (conditions.includes(anyRow)) return anyRow
  const open = conditions.filter((condition) => condition !== noRow)
  const [first] = open
  return open.length < 2 ? (first ?? noRow) : written('(', joined(open, ' OR ', noRow), ')')
}

/** True where the condition is false or unknown. */
export function failing(condition: Sql): Sql {
  if (condition === anyRow) return noRow
  return condition === noRow ? anyRow : written('(', condition, ') IS NOT TRUE')
}

/** The rows of all these queries. */
export const union = (queries: readonly Sql[]): Sql => joined(queries, ' UNION ALL ', noRow)

function joined(conditions: readonly Sql[], by: string, none: Sql): Sql {
  const [first, ...others] = conditions
  if (!first) return none
  return others.length === 0
    ? first
    : {
        sql: conditions.map((condition) => condition.sql).join(by),
        args: conditions.flatMap(({ args }) => args),
      }
}
