import { isPlainObject } from '../documents'
import { conjunctsOf, type Filter } from '../filter'
import { isPlain } from '../kinds'
import type { IndexSpec } from '../manifest'
import type { Order } from '../order'
import type { CollectionSchema } from '../schema'
import { columnPlace, compared } from './places'
import { noRow } from './sql'

/** From so many parts on, one walk that sifts is as good. */
const mostParts = 64

/**
 * The parts of a list over several values of a key, such as several teams, which is sorted by a later key of the
 * same index. Each part stands in the index in the order of the list, so that they can be merged; SQLite alone may
 * read all of them, or walk another index and sift. Undefined where there is nothing to merge.
 */
export function partsOf(filter: Filter, order: Order, schema: CollectionSchema): Filter[] | undefined {
  if (!isPlain(schema.kinds)) return undefined
  const [index] = schema.indexes
    .filter((one) => isSortedBy(one, order, filter))
    .sort((a, b) => b.keys.length - a.keys.length)
  if (!index) return undefined
  let parts = [filter]
  for (const [field] of index.keys) {
    if (field === order[0]?.[0]) break
    const members = choicesOf(filter, field)
    if (!members) continue
    if (!members.every((member) => isOneValue(field, member, schema))) return undefined
    parts = parts.flatMap((part) => members.map((member) => fixing(part, field, member)))
    if (parts.length > mostParts) return undefined
  }
  return parts.length > 1 ? parts : undefined
}

/** Whether the filter asks for some documents by their ids, which nothing finds sooner. */
export function isById(filter: Filter, schema: CollectionSchema): boolean {
  const place = columnPlace('_id', schema)
  const members = choicesOf(filter, '_id')
  const found = place && members && compared(place, '$in', members)
  return found !== undefined && found !== noRow
}

/** Whether the index holds what the filter finds in this order, once each key before it is one value. */
function isSortedBy({ keys }: IndexSpec, order: Order, filter: Filter): boolean {
  const [first] = order
  const at = keys.findIndex(([field]) => field === first?.[0])
  const way = (first?.[1] ?? 0) * (keys[at]?.[1] ?? 0)
  return (
    at > 0 &&
    keys.slice(0, at).every(([field]) => isFixed(filter, field)) &&
    order.every(([field, direction], place) => {
      const [key, own] = keys[at + place] ?? []
      return key === field && direction === way * (own ?? 0)
    })
  )
}

const saidOf = (filter: Filter, field: string): Filter[] =>
  conjunctsOf(filter).flatMap(({ [field]: said }) => (isPlainObject(said) ? [said] : []))

const isFixed = (filter: Filter, field: string): boolean =>
  saidOf(filter, field).some((said) => '$eq' in said || '$in' in said)

/** The values of which a field must have one; undefined where the filter does not say so, or says more of it. */
function choicesOf(filter: Filter, field: string): unknown[] | undefined {
  const [said, ...more] = saidOf(filter, field)
  return more.length === 0 && Array.isArray(said?.$in) ? [...new Set(said.$in)] : undefined
}

/** No document has two of such values, so that it belongs to one part. */
function isOneValue(field: string, member: unknown, schema: CollectionSchema): boolean {
  const place = columnPlace(field, schema)
  return place !== undefined && compared(place, '$eq', member) !== undefined
}

/** The filter for one of these values. */
const fixing = (filter: Filter, field: string, member: unknown): Filter =>
  Object.fromEntries(
    Object.entries(filter).map(([key, said]) => {
      if (key === '$and') return [key, (said as Filter[]).map((branch) => fixing(branch, field, member))]
      if (key !== field || !isPlainObject(said)) return [key, said]
      const { $in: _, ...others } = said
      return [key, { ...others, $eq: member }]
    }),
  )
