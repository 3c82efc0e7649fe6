import type { SqlValue } from '../connection'
import { kind } from '../kinds'
import { jsonPath } from '../paths'
import { type CollectionSchema, column } from '../schema'
import { allOf, anyOf, anyRow, noRow, type Sql, sql, written } from './sql'

/** The kinds of value that SQL compares as MongoDB does. */
type Scalar = 'number' | 'string' | 'boolean'

/** A place whose value SQL can compare: a column, a path in the document, an element of an array. */
export interface Place {
  readonly value: Sql
  is(scalar: Scalar): Sql
  /** The value is null or missing. */
  readonly nothing: Sql
}

/** SQLite's names for the types of JSON. */
const JSON_TYPES: Readonly<Record<Scalar, string>> = {
  number: "IN ('integer', 'real')",
  string: "= 'text'",
  boolean: "IN ('true', 'false')",
}

const typed = (value: Sql, type: Sql): Place => ({
  value,
  is: (scalar) => written(type, ' ', JSON_TYPES[scalar]),
  nothing: written('(', type, ' IS NULL OR ', type, " = 'null')"),
})

export const typeAt = (path: string) => sql('json_type(doc, ?)', path)

/** The value at a path of which no part is an array. */
export const pathPlace = (path: string) => typed(sql('json_extract(doc, ?)', path), typeAt(path))

export const elementPlace = typed(sql('element.value'), sql('element.type'))

const idPlace: Place = {
  value: sql('id'),
  is: (scalar) =>
    scalar === 'string'
      ? sql("typeof(id) = 'text'")
      : scalar === 'number'
        ? sql("typeof(id) IN ('integer', 'real')")
        : noRow,
  nothing: noRow,
}

/** The column of an indexed field; undefined where there is none, or where an array has been in it. */
export function columnPlace(field: string, schema: CollectionSchema): Place | undefined {
  if (field === '_id') return idPlace
  const kinds = schema.kinds.get(field)
  const path = jsonPath(field)
  if (kinds === undefined || (kinds & kind.array) !== 0 || path === undefined) return undefined
  const byType = pathPlace(path)
  return {
    value: sql(column(field)),
    is: (scalar) => ((kinds & ~kind[scalar]) === 0 ? anyRow : byType.is(scalar)),
    nothing: sql(`${column(field)} IS NULL`),
  }
}

const SIGNS: Readonly<Record<string, string>> = { $eq: '=', $gt: '>', $gte: '>=', $lt: '<', $lte: '<=' }

/** How a value at the place compares with the operand; undefined where SQL does not say exactly what MongoDB says. */
export function compared(place: Place, operator: string, operand: unknown): Sql | undefined {
  if (operator === '$in') return Array.isArray(operand) ? amongThese(place, operand) : undefined
  if (operand === null) return operator === '$eq' ? place.nothing : undefined
  const [scalar, arg] = toSql(operand) ?? []
  const sign = SIGNS[operator]
  if (!scalar || arg === undefined || !sign) return undefined
  const ranges = operator !== '$eq'
  if (ranges && (scalar === 'boolean' || (typeof arg === 'string' && !isOrderedAlike(arg)))) return undefined
  return allOf([written(place.value, ` ${sign} `, sql('?', arg)), place.is(scalar)])
}

function amongThese(place: Place, members: readonly unknown[]): Sql | undefined {
  const byKind = new Map<Scalar, SqlValue[]>()
  for (const member of members) {
    if (member === null) continue
    const [scalar, arg] = toSql(member) ?? []
    if (!scalar || arg === undefined) return undefined
    byKind.set(scalar, [...(byKind.get(scalar) ?? []), arg])
  }
  const found = [...byKind].map(([scalar, args]) => {
    const list = sql(` IN (${args.map(() => '?').join(', ')})`, ...args)
    return allOf([written(place.value, list), place.is(scalar)])
  })
  return anyOf([...(members.includes(null) ? [place.nothing] : []), ...found])
}

/** The value in SQL, where SQL has an equal one; JSON's booleans are 1 and 0 there. */
export function toSql(value: unknown): [Scalar, SqlValue] | undefined {
  if (typeof value === 'boolean') return ['boolean', value ? 1 : 0]
  if (typeof value === 'string') return isWellFormed(value) ? ['string', value] : undefined
  return typeof value === 'number' && isExactNumber(value) ? ['number', value] : undefined
}

/** Beyond this the text of a number is not its exact value, and SQLite would read another whole number. */
const isExactNumber = (value: number) => Number.isFinite(value) && Math.abs(value) <= Number.MAX_SAFE_INTEGER

/** Text that SQLite stores as it is: no NUL, no lone half of a pair. */
const isWellFormed = (text: string) => !text.includes('\0') && !/\p{Surrogate}/u.test(text)

/** From here on the order of UTF-16, mingo's, is not that of UTF-8. */
const isOrderedAlike = (text: string) => !/[\ud800-\uffff]/.test(text)

/** Some part of the path, or its end, is an array. */
export const anyArray = (fields: readonly string[]): Sql =>
  anyOf(fields.map((field) => written(typeAt(jsonPath(field) ?? '$'), " = 'array'")))
