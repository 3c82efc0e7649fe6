import { requestFailed } from '#local/cloudError'
import { isPlainObject, type PlainObject, put } from './documents'

/**
 * Reading and writing one place in a document by dotted path, by MongoDB's rules for updates: a number is an
 * index where it meets an array, missing objects are made on the way, and a path through a scalar is refused.
 */

const isIndex = (part: string) => /^(0|[1-9]\d*)$/.test(part)

/** MongoDB pads arrays with at most this many nulls. Source: its error "can't backfill more than 1500000". */
const MAX_BACKFILL = 1_500_000

const split = (path: string): [parents: string[], last: string] => {
  const parts = path.split('.')
  return [parts.slice(0, -1), parts.at(-1) as string]
}

function child(value: unknown, part: string): unknown {
  if (Array.isArray(value)) return isIndex(part) ? value[Number(part)] : undefined
  return isPlainObject(value) && Object.hasOwn(value, part) ? value[part] : undefined
}

/** The value at the path, undefined where there is none. */
export const readSlot = (doc: PlainObject, path: string): unknown =>
  path.split('.').reduce<unknown>((value, part) => child(value, part), doc)

/** Writes the value, making objects on the way; refuses a way that leads through a scalar or null. */
export function writeSlot(doc: PlainObject, path: string, value: unknown) {
  const [parents, last] = split(path)
  let holder: unknown = doc
  for (const part of parents) {
    let next = child(holder, part)
    if (next === undefined) {
      next = {}
      assign(holder, part, next, path)
    }
    holder = next
  }
  assign(holder, last, value, path)
}

function assign(holder: unknown, part: string, value: unknown, path: string) {
  if (isPlainObject(holder)) return put(holder, part, value)
  if (!Array.isArray(holder) || !isIndex(part)) {
    throw requestFailed(`Cannot create field '${part}' in element of path '${path}'`)
  }
  const index = Number(part)
  if (index - holder.length > MAX_BACKFILL) throw requestFailed(`can't backfill array to index ${index}`)
  while (holder.length < index) holder.push(null)
  holder[index] = value
}

/** Removes the field; an array element becomes null. A missing field is no fault. */
export function removeAt(doc: PlainObject, path: string) {
  const [parents, last] = split(path)
  const holder = parents.reduce<unknown>((value, part) => child(value, part), doc)
  if (Array.isArray(holder)) {
    if (isIndex(last) && Number(last) < holder.length) holder[Number(last)] = null
  } else if (isPlainObject(holder)) delete holder[last]
}
