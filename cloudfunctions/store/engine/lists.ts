import { above, atLeast, atMost, below, between, OneOf, Test } from '#store/words/conditions'
import type { Direction, Index } from './indexes'

/** A query, as lists read it. */
export type Asked = Readonly<Record<string, unknown>>

export type Sort = readonly [field: string, direction: Direction]

/** Where a list continues: after the document with this value in the sort's field, and with this id. */
export type Position = readonly [value: number | string, id: string]

const isFixed = (condition: unknown): boolean =>
  condition !== undefined && (!(condition instanceof Test) || condition instanceof OneOf)

/** The keys of an index without the tie-break, and the tie-break, if any. */
function partsOf({ keys }: Index): { named: Index['keys']; tie: Index['keys'][number] | undefined } {
  return {
    named: keys.filter(([field]) => field !== '_id'),
    tie: keys.find(([field]) => field === '_id'),
  }
}

/**
 * Throws for a query that the index does not find. The query must name the index's first key; of an index
 * that only finds, every key.
 */
export function checkFound(index: Index, asked: Asked): void {
  const { named, tie } = partsOf(index)
  const unsaid = (tie ? named.slice(0, 1) : named).find(([field]) => asked[field] === undefined)
  if (unsaid) throw new Error(`a query over the index ${index.name} says nothing of ${unsaid[0]}`)
}

/**
 * What a list is sorted by: the last key of its index, then `_id` to break ties. It is `_id` alone where the
 * query fixes the last key to one value, and for an index without `_id`, which finds few documents. Throws
 * for a query that does not fix the keys before the last, since the index could not sort it.
 */
export function sortOf(index: Index, asked: Asked, backwards = false): Sort {
  checkFound(index, asked)
  const { named, tie } = partsOf(index)
  const last = named[named.length - 1]
  const loose = named.slice(0, -1).find(([field]) => !isFixed(asked[field]))
  if (loose) throw new Error(`a list over the index ${index.name} does not fix ${loose[0]}`)
  const single = last && asked[last[0]] !== undefined && !(asked[last[0]] instanceof Test)
  const [field, direction] = tie && last ? (single ? tie : last) : (['_id', 1] as const)
  return [field, backwards ? (direction === 1 ? -1 : 1) : direction]
}

/**
 * The same query, limited to what comes after a position. It says twice where that begins: a range is found in any
 * index, and what ties at its edge is left to the two alternatives.
 */
export function behind(asked: Asked, [field, direction]: Sort, [value, id]: Position): Asked {
  const beyond = direction === 1 ? above : below
  if (field === '_id') return { allOf: [asked, { _id: beyond(id) }] }
  return {
    allOf: [{ ...asked, [field]: nearer(asked[field], direction, value) }],
    anyOf: [{ [field]: beyond(value) }, { [field]: value, _id: beyond(id) }],
  }
}

/** A condition on the field that sorts, beginning at this value where it began before it. */
function nearer(condition: unknown, direction: Direction, value: number | string): unknown {
  const near = direction === 1 ? atLeast(value) : atMost(value)
  if (condition === undefined) return near
  if (!(condition instanceof Test)) return condition
  const edges = condition.word === 'between' ? condition.operands.filter(isTest) : [condition]
  const [begins, ends] = [edges.find(isEdge(direction)), edges.find(isEdge(direction === 1 ? -1 : 1))]
  if (!begins && !ends) return condition
  if (begins && !isReached(begins, direction, value)) return condition
  return ends ? between(near, ends) : near
}

const isTest = (operand: unknown): operand is Test<number | string> => operand instanceof Test

const isEdge =
  (direction: Direction) =>
  ({ word }: Test<unknown>): boolean =>
    direction === 1 ? word === 'above' || word === 'atLeast' : word === 'below' || word === 'atMost'

/** Whether a list in this direction has come to where its range begins. */
function isReached({ operands }: Test<unknown>, direction: Direction, value: number | string): boolean {
  const [edge] = operands
  if (typeof edge === 'number' && typeof value === 'number') return (value - edge) * direction >= 0
  if (typeof edge !== 'string' || typeof value !== 'string') return false
  return direction === 1 ? value >= edge : value <= edge
}
