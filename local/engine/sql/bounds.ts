import { allOf, anyOf, anyRow, failing, noRow, type Sql } from './sql'

/**
 * What SQL knows of a filter: every document it matches meets `may`, and it matches every document that meets
 * `must`. Where both are one object SQL answers the filter exactly; of the documents between, mingo decides.
 */
export interface Bounds {
  readonly may: Sql
  readonly must: Sql
}

export const exactly = (condition: Sql): Bounds => ({ may: condition, must: condition })

/** SQL can say nothing. */
export const unknown: Bounds = { may: anyRow, must: noRow }

export const isExact = ({ may, must }: Bounds) => may === must

export const both = (bounds: readonly Bounds[]): Bounds => merged(bounds, allOf)

export const either = (bounds: readonly Bounds[]): Bounds => merged(bounds, anyOf)

export function neither(bounds: Bounds): Bounds {
  if (isExact(bounds)) return exactly(failing(bounds.may))
  return { may: failing(bounds.must), must: failing(bounds.may) }
}

/** Where the question is open, for documents that meet `doubt`, SQL says nothing. */
export const exceptWhere = (doubt: Sql, condition: Sql): Bounds =>
  doubt === noRow
    ? exactly(condition)
    : { may: anyOf([condition, doubt]), must: allOf([condition, failing(doubt)]) }

function merged(bounds: readonly Bounds[], how: (conditions: readonly Sql[]) => Sql): Bounds {
  const may = how(bounds.map((bound) => bound.may))
  return bounds.every(isExact) ? exactly(may) : { may, must: how(bounds.map((bound) => bound.must)) }
}
