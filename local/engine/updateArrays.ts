import { BSONRegExp } from 'bson'
import { requestFailed } from '#local/cloudError'
import { compareValues, equalValues, typeName } from './compare'
import { isPlainObject, type PlainObject } from './documents'
import { compileFilter, readFilter } from './filter'
import { valuesAt } from './paths'

/** The array operators of an update; each answers a new array and does not change its argument. */

const MODIFIERS = new Set(['$each', '$position', '$slice', '$sort'])

function existingArray(before: unknown, operator: string, path: string): readonly unknown[] | undefined {
  if (before === undefined || Array.isArray(before)) return before
  throw requestFailed(
    `Cannot apply ${operator}: the field '${path}' must be an array but is of type ${typeName(before)}`,
  )
}

function whole(value: unknown, name: string): number {
  if (Number.isInteger(value)) return value as number
  throw requestFailed(`The value for ${name} must be an integer value`)
}

/** `$push: value` or `$push: {$each, $position, $sort, $slice}`; a missing field begins as []. */
export function push(before: unknown, argument: unknown, path: string): unknown[] {
  const array = existingArray(before, '$push', path) ?? []
  const modified = isPlainObject(argument) && Object.hasOwn(argument, '$each') ? argument : undefined
  if (!modified) return [...array, argument]
  const unknown = Object.keys(modified).find((key) => !MODIFIERS.has(key))
  if (unknown) throw requestFailed(`Unrecognized clause in $push: ${unknown}`)
  const items = modified.$each
  if (!Array.isArray(items)) throw requestFailed('The argument to $each in $push must be an array')
  const next = [...array]
  const at = modified.$position === undefined ? next.length : whole(modified.$position, '$position')
  next.splice(at, 0, ...items)
  if (modified.$sort !== undefined) sortElements(next, modified.$sort)
  if (modified.$slice === undefined) return next
  const slice = whole(modified.$slice, '$slice')
  return slice >= 0 ? next.slice(0, slice) : next.slice(slice)
}

/** Sorts in place by the elements themselves (1 or −1) or by their fields. */
function sortElements(array: unknown[], spec: unknown) {
  if (spec === 1 || spec === -1) {
    array.sort((a, b) => compareValues(a, b) * spec)
    return
  }
  if (!isPlainObject(spec)) throw requestFailed('The $sort must be 1, -1 or an object of fields')
  const fields = Object.entries(spec)
  if (fields.some(([, way]) => way !== 1 && way !== -1)) throw requestFailed('The $sort must use 1 or -1')
  array.sort((a, b) => {
    for (const [field, way] of fields) {
      const order = compareValues(valuesAt(a, field)[0], valuesAt(b, field)[0]) * (way as number)
      if (order !== 0) return order
    }
    return 0
  })
}

/** Adds the values that are not there yet; earlier duplicates stay. */
export function addToSet(before: unknown, argument: unknown, path: string): unknown[] {
  const array = existingArray(before, '$addToSet', path) ?? []
  const many = isPlainObject(argument) && Object.hasOwn(argument, '$each') ? argument.$each : [argument]
  if (!Array.isArray(many)) throw requestFailed('The argument to $each in $addToSet must be an array')
  const next = [...array]
  for (const item of many) {
    if (!next.some((present) => equalValues(present, item))) next.push(item)
  }
  return next
}

/** 1 removes the last element, −1 the first; a missing field stays missing. */
export function pop(before: unknown, argument: unknown, path: string): unknown {
  const array = existingArray(before, '$pop', path)
  if (argument !== 1 && argument !== -1) throw requestFailed(`$pop expects 1 or -1: {${path}}`)
  if (array === undefined) return undefined
  return argument === 1 ? array.slice(0, -1) : array.slice(1)
}

/** Removes every element that equals the argument, or matches it where it is a query. */
export function pull(before: unknown, argument: unknown, path: string): unknown {
  const array = existingArray(before, '$pull', path)
  const leaves = matcher(argument)
  return array?.filter((item) => !leaves(item))
}

function matcher(argument: unknown): (item: unknown) => boolean {
  if (argument instanceof BSONRegExp) return bareMatcher(argument)
  if (!isPlainObject(argument)) return (item) => equalValues(item, argument)
  if (Object.keys(argument).some((key) => key.startsWith('$') && key !== '$and' && key !== '$or')) {
    return bareMatcher(argument)
  }
  const matches = compileFilter(readFilter(argument))
  return (item) => isPlainObject(item) && matches(item)
}

/** A condition on the element itself, tested as the field of a wrapper. */
function bareMatcher(condition: BSONRegExp | PlainObject): (item: unknown) => boolean {
  const matches = compileFilter(readFilter({ element: condition }))
  return (item) => matches({ element: item })
}

/** Removes every element that equals one of the list. */
export function pullAll(before: unknown, argument: unknown, path: string): unknown {
  const array = existingArray(before, '$pullAll', path)
  if (!Array.isArray(argument)) throw requestFailed('$pullAll requires an array argument')
  return array?.filter((item) => !argument.some((gone) => equalValues(item, gone)))
}
