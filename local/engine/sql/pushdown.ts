import { isPlainObject } from '../documents'
import { conjunctsOf, type Filter } from '../filter'
import { isPlain, kind, sortable } from '../kinds'
import type { Order } from '../order'
import { jsonPath, pathsTo } from '../paths'
import { type CollectionSchema, column } from '../schema'
import { type Bounds, both, either, exactly, exceptWhere, neither, unknown } from './bounds'
import { anyArray, columnPlace, compared, elementPlace, pathPlace, toSql, typeAt } from './places'
import { anyRow, noRow, type Sql, sql, written } from './sql'

/**
 * The filter in SQL. Dates and other BSON values are objects in the stored text, so in a collection that has
 * had one SQL only bounds what mingo then decides.
 */
export function pushFilter(filter: Filter, schema: CollectionSchema): Bounds {
  const bounds = filterBounds(withoutDoubles(filter), schema)
  return isPlain(schema.kinds) || Object.keys(filter).length === 0 ? bounds : { ...bounds, must: noRow }
}

const filterBounds = (filter: Filter, schema: CollectionSchema): Bounds =>
  both(Object.entries(filter).map(([key, value]) => entryBounds(key, value, schema)))

function entryBounds(key: string, value: unknown, schema: CollectionSchema): Bounds {
  if (key === '$and' || key === '$or' || key === '$nor') {
    const filters = value as Filter[]
    const branches = filters.map((branch) => filterBounds(branch, schema))
    if (key === '$and') return both(branches)
    if (key === '$nor') return neither(either(branches))
    return both([pushCursor(filters, schema) ?? exactly(anyRow), either(branches)])
  }
  if (key.startsWith('$') || !isPlainObject(value)) return unknown
  return fieldBounds(key, value, schema)
}

const fieldBounds = (field: string, operators: Filter, schema: CollectionSchema): Bounds =>
  both(
    Object.entries(operators).map(([operator, operand]) => operatorBounds(field, operator, operand, schema)),
  )

function operatorBounds(field: string, operator: string, operand: unknown, schema: CollectionSchema): Bounds {
  if (operator === '$ne') return neither(operatorBounds(field, '$eq', operand, schema))
  if (operator === '$nin') return neither(operatorBounds(field, '$in', operand, schema))
  if (operator === '$not' && isPlainObject(operand)) return neither(fieldBounds(field, operand, schema))
  if (operator === '$exists') return existence(field, operand === true, schema)
  const place = columnPlace(field, schema)
  if (place) {
    const condition = compared(place, operator, operand)
    return condition && (isPlain(schema.kinds) || !mixes(field, schema)) ? exactly(condition) : unknown
  }
  return isPlain(schema.kinds) ? valueBounds(field, operator, operand) : unknown
}

/** Objects beside other values: one of them may be a number that JSON cannot write. */
const mixes = (field: string, { kinds }: CollectionSchema) => ((kinds.get(field) ?? 0) & kind.other) !== 0

/** A comparison inside the document's text; a list at its first level is looked through as well. */
function valueBounds(field: string, operator: string, operand: unknown): Bounds {
  const path = jsonPath(field)
  if (path === undefined) return unknown
  const nested = field.includes('.')
  if (operator === '$size' && !nested) {
    return exactly(
      sql("json_type(doc, ?) = 'array' AND json_array_length(doc, ?) = ?", path, path, Number(operand)),
    )
  }
  const itself = compared(pathPlace(path), operator, operand)
  const element = compared(elementPlace, operator, operand)
  if (!itself || !element) return unknown
  if (nested) return exceptWhere(anyArray(pathsTo(field)), itself)
  const some = written(sql('EXISTS(SELECT 1 FROM json_each(doc, ?) AS element WHERE ', path), element, ')')
  return exactly(written('CASE ', typeAt(path), " WHEN 'array' THEN ", some, ' ELSE ', itself, ' END'))
}

function existence(field: string, exists: boolean, schema: CollectionSchema): Bounds {
  const path = jsonPath(field)
  if (path === undefined) return unknown
  const doubt = anyArray(pathsTo(field).slice(0, -1))
  const there = written(typeAt(path), ' IS NOT NULL')
  const bounds = exceptWhere(doubt, exists ? there : written(typeAt(path), ' IS NULL'))
  const place = columnPlace(field, schema)
  return place && !exists ? both([exactly(place.nothing), bounds]) : bounds
}

/** A list's cursor, `[{f: {$lt: x}}, {f: x, _id: {$lt: id}}]`. */
interface Cursor {
  readonly field: string
  readonly sign: '<' | '>'
  readonly edge: unknown
  /** The condition on ids at the edge. */
  readonly tie: readonly [operator: string, operand: unknown]
}

function cursorIn(branches: unknown): Cursor | undefined {
  const [beyond, tie, ...more] = branches as readonly Filter[]
  if (!beyond || !tie || more.length > 0) return undefined
  const [field, ...others] = Object.keys(beyond)
  if (field === undefined || field === '_id' || others.length > 0) return undefined
  if (Object.keys(tie).length !== 2 || !Object.hasOwn(tie, field) || !Object.hasOwn(tie, '_id'))
    return undefined
  const far = single(beyond[field])
  const same = single(tie[field])
  const next = single(tie._id)
  if (!far || same?.[0] !== '$eq' || same[1] !== far[1] || !next) return undefined
  const sign = far[0] === '$lt' ? '<' : far[0] === '$gt' ? '>' : undefined
  return sign && { field, sign, edge: far[1], tie: next }
}

/**
 * A cursor as the row comparison `(f, id) < (x, id)`, which an index over (…, f, _id) answers in one step. Where the
 * two directions differ it only bounds `f`.
 */
function pushCursor(branches: readonly Filter[], schema: CollectionSchema): Bounds | undefined {
  const cursor = cursorIn(branches)
  if (!cursor || !columnPlace(cursor.field, schema)) return undefined
  const { field, sign, tie } = cursor
  const [edge, id] = [toSql(cursor.edge)?.[1], toSql(tie[1])?.[1]]
  if (edge === undefined || id === undefined) return undefined
  const bound: Sql =
    tie[0] === (sign === '<' ? '$lt' : '$gt')
      ? sql(`(${column(field)}, id) ${sign} (?, ?)`, edge, id)
      : sql(`${column(field)} ${sign}= ?`, edge)
  return exactly(bound)
}

/** Without the bound that a cursor says again: of two, SQLite may walk by the one that ends in the middle of a tie. */
function withoutDoubles(filter: Filter): Filter {
  const conjuncts = conjunctsOf(filter)
  const cursors = conjuncts.flatMap(({ $or }) => cursorIn($or ?? []) ?? [])
  if (cursors.length === 0) return filter
  return { $and: conjuncts.map((conjunct) => cursors.reduce(withoutEdge, conjunct)) }
}

function withoutEdge(conjunct: Filter, { field, sign, edge }: Cursor): Filter {
  const operator = sign === '<' ? '$lte' : '$gte'
  const said = conjunct[field]
  if (!isPlainObject(said) || said[operator] !== edge) return conjunct
  const { [operator]: _, ...others } = said
  return { [field]: others }
}

/** The only operator of a condition with its operand. */
function single(condition: unknown): [operator: string, operand: unknown] | undefined {
  const entries = isPlainObject(condition) ? Object.entries(condition) : []
  return entries.length === 1 ? entries[0] : undefined
}

/** ORDER BY where SQLite sorts these fields as MongoDB does, else undefined; no order gives ''. */
export function pushOrder(order: Order, schema: CollectionSchema): string | undefined {
  const terms: string[] = []
  for (const [field, direction] of order) {
    const kinds = field === '_id' ? 0 : schema.kinds.get(field)
    if (kinds === undefined || !sortable(kinds)) return undefined
    terms.push(`${column(field)}${direction === 1 ? '' : ' DESC'}`)
  }
  return terms.length > 0 ? ` ORDER BY ${terms.join(', ')}` : ''
}
