import { above, below, Test } from '#store/words/conditions'
import type { Direction, Index } from './indexes'

/** A query as far as lists look at it. */
export type Asked = Readonly<Record<string, unknown>>

export type Sort = readonly [field: string, direction: Direction]

/** Where a list goes on: behind the document with this value in the sort's field, and this id. */
export type Position = readonly [value: number | string, id: string]

const isFixed = (asked: Asked, field: string): boolean => {
  const condition = asked[field]
  return condition !== undefined && !(condition instanceof Test && condition.word !== 'oneOf')
}

/**
 * What a list is sorted by: the first key of its index that the query leaves open, and `_id` behind it, which breaks
 * ties. A key is fixed by a value or by `oneOf` several. Where all are fixed it is the last one if that is one of
 * several, otherwise `_id` alone. Throws where the query does not say the index's first key.
 */
export function sortOf({ name, keys }: Index, asked: Asked, backwards = false): Sort {
  const named = keys.filter(([field]) => field !== '_id')
  const first = named[0]
  if (!first || asked[first[0]] === undefined)
    throw new Error(`a query over the index ${name} says nothing of ${first?.[0]}`)
  const last = named[named.length - 1]
  const several = last && asked[last[0]] instanceof Test ? last : undefined
  const tie = keys.find(([field]) => field === '_id')
  const [field, direction] = named.find(([key]) => !isFixed(asked, key)) ?? several ?? tie ?? ['_id', 1]
  return [field, backwards ? (direction === 1 ? -1 : 1) : direction]
}

/** The same query, behind a position. */
export function behind(asked: Asked, [field, direction]: Sort, [value, id]: Position): Asked {
  const beyond = direction === 1 ? above : below
  if (field === '_id') return { allOf: [asked, { _id: beyond(id) }] }
  return { allOf: [asked], anyOf: [{ [field]: beyond(value) }, { [field]: value, _id: beyond(id) }] }
}
