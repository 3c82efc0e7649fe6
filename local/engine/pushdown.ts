import type { SqlValue } from './connection'
import { isPlainObject } from './documents'
import type { Filter } from './filter'
import { comparable, sortable } from './kinds'
import type { Order } from './order'
import { type CollectionSchema, column } from './schema'

/**
 * SQL that holds for every document the filter matches, and perhaps for others; mingo decides among those.
 */
export interface SqlCondition {
  readonly sql: string
  readonly args: readonly SqlValue[]
}

const COMPARISONS: Readonly<Record<string, string>> = { $eq: '=', $gt: '>', $gte: '>=', $lt: '<', $lte: '<=' }

/** The part of the filter that SQLite can answer from `_id` and indexed fields; undefined where there is none. */
export function pushFilter(filter: Filter, schema: CollectionSchema): SqlCondition | undefined {
  const conditions: SqlCondition[] = []
  for (const [key, value] of Object.entries(filter)) {
    if (key === '$and') {
      for (const branch of value as Filter[]) add(conditions, pushFilter(branch, schema))
    } else if (key === '$or') {
      add(conditions, pushCursor(value as Filter[], schema) ?? pushOr(value as Filter[], schema))
    } else if (!key.startsWith('$') && isPushable(key, schema) && isPlainObject(value)) {
      for (const [operator, operand] of Object.entries(value))
        add(conditions, compare(key, operator, operand))
    }
  }
  return conditions.length > 0 ? join(conditions, ' AND ') : undefined
}

const isPushable = (field: string, schema: CollectionSchema) => {
  const kinds = schema.kinds.get(field)
  return field === '_id' || (kinds !== undefined && comparable(kinds))
}

function add(conditions: SqlCondition[], condition: SqlCondition | undefined) {
  if (condition) conditions.push(condition)
}

const join = (conditions: readonly SqlCondition[], by: string): SqlCondition => ({
  sql: conditions.map(({ sql }) => sql).join(by),
  args: conditions.flatMap(({ args }) => args),
})

/** The value in SQL; JSON booleans are 1 and 0 in SQLite. Undefined where SQL has no equal value. */
function toSql(value: unknown): SqlValue | undefined {
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? 1 : 0
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined
}

function compare(field: string, operator: string, operand: unknown): SqlCondition | undefined {
  const name = column(field)
  if ((operator === '$eq' && operand === null) || (operator === '$exists' && operand === false)) {
    return { sql: `${name} IS NULL`, args: [] }
  }
  if (operator === '$in') {
    const args = (operand as unknown[]).map(toSql)
    if (args.some((arg) => arg === undefined)) return undefined
    return { sql: `${name} IN (${args.map(() => '?').join(', ')})`, args: args as SqlValue[] }
  }
  const sign = COMPARISONS[operator]
  const arg = toSql(operand)
  return sign && arg !== undefined ? { sql: `${name} ${sign} ?`, args: [arg] } : undefined
}

function pushOr(branches: readonly Filter[], schema: CollectionSchema): SqlCondition | undefined {
  const pushed = branches.map((branch) => pushFilter(branch, schema))
  if (pushed.some((branch) => branch === undefined)) return undefined
  const { sql, args } = join(
    (pushed as SqlCondition[]).map((branch) => ({ ...branch, sql: `(${branch.sql})` })),
    ' OR ',
  )
  return { sql: `(${sql})`, args }
}

/**
 * The cursor of a list, `[{f: {$lt: x}}, {f: x, _id: {$lt: id}}]`, as the row comparison `(f, id) < (x, id)`,
 * which an index over (…, f, _id) answers in one step. Where the two directions differ it only bounds `f`.
 */
function pushCursor(branches: readonly Filter[], schema: CollectionSchema): SqlCondition | undefined {
  const [beyond, tie] = branches
  if (branches.length !== 2 || !beyond || !tie) return undefined
  const [field, ...others] = Object.keys(beyond)
  if (field === undefined || field === '_id' || others.length > 0 || !isPushable(field, schema))
    return undefined
  if (Object.keys(tie).length !== 2 || !Object.hasOwn(tie, field) || !Object.hasOwn(tie, '_id'))
    return undefined
  const far = single(beyond[field])
  const same = single(tie[field])
  const next = single(tie._id)
  if (!far || same?.[0] !== '$eq' || same[1] !== far[1] || !next) return undefined
  const [edge, id] = [toSql(far[1]), toSql(next[1])]
  const sign = far[0] === '$lt' ? '<' : far[0] === '$gt' ? '>' : undefined
  if (!sign || edge === undefined || id === undefined) return undefined
  if (next[0] !== far[0]) return { sql: `${column(field)} ${sign}= ?`, args: [edge] }
  return { sql: `(${column(field)}, id) ${sign} (?, ?)`, args: [edge, id] }
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
