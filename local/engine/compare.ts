import { isPlainObject } from './documents'

/** MongoDB's order of types: https://www.mongodb.com/docs/manual/reference/bson-type-comparison-order/ */
const NULL = 1
const NUMBER = 2
const STRING = 3
const OBJECT = 4
const ARRAY = 5
const BOOLEAN = 8
const DATE = 9
const OTHER = 10

function rank(value: unknown): number {
  if (value === null || value === undefined) return NULL
  if (typeof value === 'number') return NUMBER
  if (typeof value === 'string') return STRING
  if (typeof value === 'boolean') return BOOLEAN
  if (Array.isArray(value)) return ARRAY
  if (value instanceof Date) return DATE
  return isPlainObject(value) ? OBJECT : OTHER
}

/** MongoDB's name for the value's type, for error texts. */
export function typeName(value: unknown): string {
  const names: Record<number, string> = {
    [NULL]: 'null',
    [NUMBER]: 'double',
    [STRING]: 'string',
    [OBJECT]: 'object',
    [ARRAY]: 'array',
    [BOOLEAN]: 'bool',
    [DATE]: 'date',
  }
  return names[rank(value)] ?? 'binData'
}

/** Strings compare by UTF-8 bytes, as MongoDB and SQLite do; `<` would compare UTF-16 units. */
const compareStrings = (a: string, b: string) =>
  a === b ? 0 : Buffer.compare(Buffer.from(a), Buffer.from(b))

/** Negative, 0 or positive in MongoDB's order; null and missing are equal; key order of objects counts. */
export function compareValues(a: unknown, b: unknown): number {
  const byType = rank(a) - rank(b)
  if (byType !== 0) return byType
  if (typeof a === 'number' && typeof b === 'number') return a < b ? -1 : a > b ? 1 : 0
  if (typeof a === 'string' && typeof b === 'string') return compareStrings(a, b)
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b)
  if (a instanceof Date && b instanceof Date) return a.getTime() - b.getTime()
  if (Array.isArray(a) && Array.isArray(b)) return compareLists(a, b)
  if (isPlainObject(a) && isPlainObject(b)) return compareObjects(a, b)
  return rank(a) === OTHER ? compareStrings(JSON.stringify(a), JSON.stringify(b)) : 0
}

function compareLists(a: readonly unknown[], b: readonly unknown[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const order = compareValues(a[i], b[i])
    if (order !== 0) return order
  }
  return a.length - b.length
}

function compareObjects(a: Record<string, unknown>, b: Record<string, unknown>): number {
  const [left, right] = [Object.entries(a), Object.entries(b)]
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const [[leftKey, leftValue], [rightKey, rightValue]] = [
      left[i] as [string, unknown],
      right[i] as [string, unknown],
    ]
    const order =
      rank(leftValue) - rank(rightValue) ||
      compareStrings(leftKey, rightKey) ||
      compareValues(leftValue, rightValue)
    if (order !== 0) return order
  }
  return left.length - right.length
}

export const equalValues = (a: unknown, b: unknown) => compareValues(a, b) === 0
