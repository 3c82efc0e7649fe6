import * as v from 'valibot'
import type { Measure } from './publication'
import { type ContractRow, reply } from './shared/operation'
import { day } from './shared/scalars'

const monthText = v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])$/))
/** A month as YYYY-MM; a day stands for its month. */
const month = v.union([
  monthText,
  v.pipe(
    day,
    v.transform((one) => one.slice(0, 7)),
  ),
])

/** So many months are told at once. */
export const mostMonths = 12
/** Of fewer than so many, no share is told: it would be about somebody. */
export const leastTold = 3

/** Both months are told as well. */
export const standardFigures = v.object({ from: month, to: month })

/** Of so many in a month, so many were as they were promised. */
export interface MonthFigure {
  /** YYYY-MM */
  month: string
  of: number
  kept: number
}

export interface StandardFigures {
  from: string
  to: string
  /** In the order of the months, each of them. */
  measures: Record<Measure, MonthFigure[]>
}

export const standardOperations = {
  'standard.figures': { input: standardFigures, reply: reply<StandardFigures>() },
} as const satisfies Record<string, ContractRow>
