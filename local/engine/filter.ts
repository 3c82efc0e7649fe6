import { BSONRegExp } from 'bson'
import { Context } from 'mingo/core'
import * as mingoOperators from 'mingo/operators/query'
import { Query } from 'mingo/query'
import { invalidParam } from '#local/cloudError'
import { isPlainObject, type PlainObject } from './documents'
import { valuesAt } from './paths'

/**
 * A query in one shape: every field holds an operator object, regular expressions are JavaScript's, `$all` is
 * spelt as `$and`. Only what the allow-list below names can occur in it.
 */
export type Filter = PlainObject

const LOGICAL = new Set(['$and', '$or', '$nor'])
const LISTS = new Set(['$in', '$nin'])
const SCALARS = new Set(['$eq', '$ne', '$gt', '$gte', '$lt', '$lte'])

/** Reads a query; refuses operators that the local cloud does not answer exactly as MongoDB does. */
export function readFilter(value: unknown): Filter {
  if (value === undefined) return {}
  if (!isPlainObject(value)) throw invalidParam('query must be an object')
  const filter: Filter = {}
  const also: Filter[] = []
  for (const [key, condition] of Object.entries(value)) {
    if (LOGICAL.has(key)) {
      const branches = list(key, condition).map(readFilter)
      if (branches.length === 0) throw invalidParam(`${key} must be a nonempty array`)
      filter[key] = branches
    } else if (key.startsWith('$')) {
      throw unsupported(key)
    } else {
      const { $all, ...rest } = readCondition(key, condition)
      if ($all !== undefined) also.push(...($all as Filter[]))
      if (Object.keys(rest).length > 0) filter[key] = rest
    }
  }
  if (also.length > 0) filter.$and = [...((filter.$and as Filter[] | undefined) ?? []), ...also]
  return filter
}

const unsupported = (operator: string) =>
  invalidParam(`the local cloud does not support ${operator} in a query`)

function list(operator: string, value: unknown): unknown[] {
  if (!Array.isArray(value)) throw invalidParam(`${operator} needs an array`)
  return value
}

const isOperators = (value: unknown): value is PlainObject =>
  isPlainObject(value) && Object.keys(value).some((key) => key.startsWith('$'))

/** Reads a condition as a list of filters, because each member of `$all` becomes a filter of its own. */
function readCondition(field: string, condition: unknown): PlainObject {
  if (condition instanceof BSONRegExp) return { $regex: toRegExp(condition.pattern, condition.options) }
  if (!isOperators(condition)) return { $eq: condition }
  const operators: PlainObject = {}
  for (const [operator, value] of Object.entries(condition)) {
    if (SCALARS.has(operator)) operators[operator] = value
    else if (LISTS.has(operator)) operators[operator] = list(operator, value).map(readMember)
    else if (operator === '$exists') operators.$exists = Boolean(value)
    else if (operator === '$size') operators.$size = readSize(value)
    else if (operator === '$regex') operators.$regex = readRegex(value, condition.$options)
    else if (operator === '$not') operators.$not = readNot(field, value)
    else if (operator === '$all') operators.$all = readAll(field, value)
    else if (operator === '$elemMatch') operators[ANY_ELEMENT] = readElement(value)
    else if (operator !== '$options' || condition.$regex === undefined) throw unsupported(operator)
  }
  return operators
}

const readMember = (value: unknown) =>
  value instanceof BSONRegExp ? toRegExp(value.pattern, value.options) : value

function readSize(value: unknown): number {
  if (!Number.isInteger(value) || (value as number) < 0) throw invalidParam('$size needs a whole number')
  return value as number
}

function readNot(field: string, value: unknown): PlainObject {
  if (!(value instanceof BSONRegExp) && !isOperators(value)) throw invalidParam('$not needs operators')
  const inner = readCondition(field, value)
  if (inner.$all !== undefined) throw unsupported('$not with $all')
  return inner
}

/** `{$all: [a, b]}` is MongoDB's shorthand for "a and b"; an empty `$all` matches nothing. */
function readAll(field: string, value: unknown): Filter[] {
  const members = list('$all', value)
  if (members.length === 0) return [{ [field]: { $in: [] } }]
  return members.map((member) => readFilter({ [field]: member }))
}

/** The operand is operators on the element itself, or a query on an element that is a document. */
function readElement(value: unknown): PlainObject {
  if (!isPlainObject(value)) throw invalidParam('$elemMatch needs an object')
  const onElement = Object.keys(value).some((key) => key.startsWith('$') && !LOGICAL.has(key))
  if (!onElement) return readFilter(value)
  return readFilter({ [ELEMENT]: value })
}

/** Stands for the element itself inside `$elemMatch`; no stored field can be called that. */
const ELEMENT = '\u0000element'

function readRegex(pattern: unknown, options: unknown): RegExp {
  if (pattern instanceof BSONRegExp) {
    return toRegExp(pattern.pattern, typeof options === 'string' ? options : pattern.options)
  }
  if (typeof pattern !== 'string') throw invalidParam('$regex needs a string')
  return toRegExp(pattern, typeof options === 'string' ? options : '')
}

/** MongoDB's options i, m and s mean the same in JavaScript; x has no counterpart and is refused. */
function toRegExp(pattern: string, options: string): RegExp {
  if (!/^[imsu]*$/.test(options)) throw invalidParam(`invalid flag in regex options: ${options}`)
  try {
    return new RegExp(pattern, options)
  } catch {
    throw invalidParam(`Regular expression is invalid: ${pattern}`)
  }
}

/**
 * `$elemMatch` under a name of our own. mingo's `$elemMatch` cannot be replaced, and lets `{k: 2}` match the
 * element 2.
 */
const ANY_ELEMENT = '$anyElement'

function anyElement(selector: string, condition: Filter): (doc: PlainObject) => boolean {
  const matches = compileFilter(condition)
  const bare = mentionsElement(condition)
  const test = (item: unknown) => (bare ? matches({ [ELEMENT]: item }) : isPlainObject(item) && matches(item))
  return (doc) => valuesAt(doc, selector).some((value) => Array.isArray(value) && value.some(test))
}

/**
 * mingo types an operator as the intersection of all its own operators, so no function of ours has that type.
 */
type QueryOperators = NonNullable<NonNullable<Parameters<typeof Context.init>[0]>['query']>

const ownOperators: object = { [ANY_ELEMENT]: anyElement }

/** Operators of queries alone: mingo copies its context for each of them, and the whole of it has ten times as many. */
const CONTEXT = Context.init({ query: { ...mingoOperators, ...ownOperators } as QueryOperators })

const mentionsElement = (filter: Filter): boolean =>
  Object.hasOwn(filter, ELEMENT) || (Array.isArray(filter.$and) && filter.$and.some(mentionsElement))

/**
 * The test a document must pass; mingo decides. One difference from MongoDB is known: the equality of
 * sub-documents ignores the order of their keys.
 */
export function compileFilter(filter: Filter): (doc: PlainObject) => boolean {
  if (Object.keys(filter).length === 0) return () => true
  const query = new Query<PlainObject>(filter, { context: CONTEXT })
  return (doc) => query.test(doc)
}

/** The filter as the conditions that must all hold, each with one key. */
export const conjunctsOf = (filter: Filter): Filter[] =>
  Object.entries(filter).flatMap(([key, said]) =>
    key === '$and' ? (said as Filter[]).flatMap(conjunctsOf) : [{ [key]: said }],
  )

/** The fields that the filter asks about. */
export const fieldsOf = (filter: Filter): string[] =>
  Object.entries(filter).flatMap(([key, value]) =>
    LOGICAL.has(key) ? (value as Filter[]).flatMap(fieldsOf) : [key],
  )
