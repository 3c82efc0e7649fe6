import { EJSON } from 'bson'
import { invalidParam } from '#local/cloudError'

/** CloudBase accepts strings and numbers as `_id`; SQLite orders them as MongoDB does, numbers first. */
export type Id = string | number

/** A stored document. Dates and other BSON values survive; instants of this project are plain numbers. */
export type Doc = { _id: Id } & Record<string, unknown>

export type PlainObject = Record<string, unknown>

/** True for `{…}` only: not for arrays, dates, regular expressions or BSON class instances. */
export function isPlainObject(value: unknown): value is PlainObject {
  if (typeof value !== 'object' || value === null) return false
  const prototype = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

/** Deep copy of objects and arrays; dates and BSON values are immutable here and shared. */
export function clone<T>(value: T): T {
  if (Array.isArray(value)) return value.map((item) => clone(item)) as T
  if (!isPlainObject(value)) return value
  const copy: PlainObject = {}
  for (const key of Object.keys(value)) put(copy, key, clone(value[key]))
  return copy as T
}

/** Sets an own property whatever its name, so that a field called `__proto__` is an ordinary field. */
export function put(target: PlainObject, key: string, value: unknown) {
  if (key === '__proto__') {
    Object.defineProperty(target, key, { value, enumerable: true, writable: true, configurable: true })
  } else target[key] = value
}

export function requireId(value: unknown): Id {
  if (typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value))) return value
  throw invalidParam('_id must be a string or a number')
}

/** The text kept in SQLite: relaxed EJSON, so plain values are plain JSON that SQLite can index. */
export const toStored = (value: unknown): string =>
  isPlainJson(value) ? JSON.stringify(value) : EJSON.stringify(value, { relaxed: true })

/** Whether relaxed EJSON writes the value as JSON does, which is written several times faster. */
export function isPlainJson(value: unknown): boolean {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return true
  if (typeof value === 'number') return Number.isFinite(value)
  if (Array.isArray(value)) return value.every(isPlainJson)
  return isPlainObject(value) && !('_bsontype' in value) && Object.values(value).every(isPlainJson)
}

export const fromStored = (text: string): Doc => parsed(text)

/** A part of what is kept, as text of its own. */
export const partFromStored = (text: string): unknown => parsed(text)

/** Text without `"$` holds no EJSON wrapper, and JSON.parse reads it several times faster. */
const parsed = (text: string) => (text.includes('"$') ? EJSON.parse(text) : JSON.parse(text))

/** Canonical EJSON, as CloudBase answers. */
export const toWire = (value: unknown): string =>
  isPlainJson(value) ? canonical(value) : EJSON.stringify(value, { relaxed: false })

/** The same for plain JSON, which is written several times faster: only its numbers say what they are. */
function canonical(value: unknown): string {
  if (typeof value === 'number') return canonicalNumber(value)
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`
  if (!isPlainObject(value)) return JSON.stringify(value)
  const fields = Object.entries(value).map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`)
  return `{${fields.join()}}`
}

const int32 = 2 ** 31
const int64 = 2 ** 63

function canonicalNumber(value: number): string {
  if (!Number.isInteger(value) || Object.is(value, -0) || value < -int64 || value > int64)
    return `{"$numberDouble":"${Object.is(value, -0) ? '-0.0' : value}"}`
  return `{"$number${value >= -int32 && value < int32 ? 'Int' : 'Long'}":"${value}"}`
}

/**
 * What the SDK sent as an EJSON string; numbers become JavaScript numbers, dates `Date`s.
 * Refuses what is not EJSON, and answers undefined for an absent or empty string.
 */
export function fromWire(text: unknown): unknown {
  if (text === undefined || text === null || text === '') return undefined
  if (typeof text !== 'string') throw invalidParam('an EJSON value must travel as a string')
  try {
    return EJSON.parse(text, { relaxed: true })
  } catch (error) {
    throw invalidParam(`not EJSON: ${error instanceof Error ? error.message : String(error)}`)
  }
}
