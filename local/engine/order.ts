import { invalidParam } from '#local/cloudError'
import { compareValues } from './compare'
import { type Doc, isPlainObject } from './documents'
import { valuesAt } from './paths'

/** Sort fields in order of weight; 1 ascending, −1 descending. */
export type Order = readonly (readonly [field: string, direction: 1 | -1])[]

/** Reads `{windowFrom: 1, _id: 1}`; refuses any other direction. */
export function readOrder(value: unknown): Order {
  if (value === undefined) return []
  if (!isPlainObject(value)) throw invalidParam('order must be an object')
  return Object.entries(value).map(([field, direction]) => {
    if (direction !== 1 && direction !== -1) throw invalidParam(`order of ${field} must be 1 or -1`)
    return [field, direction] as const
  })
}

/** MongoDB sorts an array by its least element ascending, by its greatest descending; missing sorts as null. */
function sortKey(doc: Doc, field: string, direction: 1 | -1): unknown {
  const values = valuesAt(doc, field).flatMap((value) => (Array.isArray(value) ? value : [value]))
  return values.reduce(
    (best, value) => (best === undefined || compareValues(value, best) * direction < 0 ? value : best),
    undefined,
  )
}

/** A stable sort into a new list. */
export function sortDocuments(docs: readonly Doc[], order: Order): Doc[] {
  const keyed = docs.map((doc) => ({ doc, keys: order.map(([field, way]) => sortKey(doc, field, way)) }))
  keyed.sort((a, b) => {
    for (const [i, [, direction]] of order.entries()) {
      const result = compareValues(a.keys[i], b.keys[i]) * direction
      if (result !== 0) return result
    }
    return 0
  })
  return keyed.map(({ doc }) => doc)
}
