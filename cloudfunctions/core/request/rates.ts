import type { Tier } from '#contract/member'
import { type RateLine, type RateShares, ratedOf } from '#contract/request'
import type { ServiceRequest } from './request'

/** Counts of the requests of one day, one grid, one category and one tier. */
export interface TallyLine extends Omit<RateLine, 'of'> {
  gridId: string
  category: string
  tier: Tier
}

/** What the counts ask of a request. */
export type CountedRequest = Pick<
  ServiceRequest,
  | 'gridId'
  | 'category'
  | 'tier'
  | 'state'
  | 'respondedAt'
  | 'respondBy'
  | 'satisfied'
  | 'withdrawn'
  | 'finishedAt'
>

const nothing: Omit<RateLine, 'of'> = {
  filed: 0,
  responded: 0,
  respondedInTime: 0,
  resolved: 0,
  rated: 0,
  satisfied: 0,
}

/**
 * The shares of filed requests that were answered in time and that were resolved, and of rated ones that were
 * rated as satisfactory. What was withdrawn is in the first only where an answer had been due, and never in the
 * second.
 */
export function sharesOf(line: RateLine): RateShares {
  const { respondedInTime, resolved, rated, satisfied } = line
  const { toAnswer, toResolve } = ratedOf(line)
  const share = (part: number, whole: number) => Math.round((part / whole) * 10_000) / 10_000
  return {
    ...(toAnswer > 0 && { responseRate: share(respondedInTime, toAnswer) }),
    ...(toResolve > 0 && { resolutionRate: share(resolved, toResolve) }),
    ...(rated > 0 && { satisfactionRate: share(satisfied, rated) }),
  }
}

/**
 * One request's counts. A reopened request is not resolved, nor is one that was withdrawn; 「没办好」 counts as rated,
 * whatever comes after it.
 */
function partOf(request: CountedRequest): Omit<RateLine, 'of'> {
  const { state, respondedAt, respondBy, satisfied, withdrawn, finishedAt } = request
  const early = withdrawn && respondedAt === null && (finishedAt ?? 0) <= respondBy
  return {
    filed: 1,
    responded: Number(respondedAt !== null),
    respondedInTime: Number(respondedAt !== null && respondedAt <= respondBy),
    resolved: Number(state === 'resolved' || (state === 'closed' && !withdrawn)),
    rated: Number(satisfied !== null),
    satisfied: Number(satisfied === true),
    ...(withdrawn && { withdrawn: 1 }),
    ...(early && { withdrawnEarly: 1 }),
  }
}

function add(a: Omit<RateLine, 'of'>, b: Omit<RateLine, 'of'>): Omit<RateLine, 'of'> {
  const withdrawn = (a.withdrawn ?? 0) + (b.withdrawn ?? 0)
  const withdrawnEarly = (a.withdrawnEarly ?? 0) + (b.withdrawnEarly ?? 0)
  return {
    filed: a.filed + b.filed,
    responded: a.responded + b.responded,
    respondedInTime: a.respondedInTime + b.respondedInTime,
    resolved: a.resolved + b.resolved,
    rated: a.rated + b.rated,
    satisfied: a.satisfied + b.satisfied,
    ...(withdrawn > 0 && { withdrawn }),
    ...(withdrawnEarly > 0 && { withdrawnEarly }),
  }
}

/** The lines of one day, in a fixed order, so that counting again gives the same. */
export function tallyLinesOf(requests: readonly CountedRequest[]): TallyLine[] {
  const lines = new Map<string, TallyLine>()
  for (const request of requests) {
    const { gridId, category, tier } = request
    const key = `${gridId} ${category} ${tier}`
    const line = lines.get(key) ?? { gridId, category, tier, ...nothing }
    lines.set(key, { ...line, ...add(line, partOf(request)) })
  }
  return [...lines].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line)
}

/**
 * Adds the lines of many days up, in total and by grid, category, tier or month, in the order of their names.
 */
export function ratesOf(
  days: readonly { day: string; lines: readonly TallyLine[] }[],
  by: 'grid' | 'category' | 'month' | 'tier',
  mine: (line: TallyLine) => boolean,
): { total: RateLine; lines: RateLine[] } {
  let total: RateLine = { ...nothing }
  const lines = new Map<string, RateLine>()
  for (const { day, lines: counted } of days)
    for (const line of counted.filter(mine)) {
      const of = { grid: line.gridId, category: line.category, month: day.slice(0, 7), tier: line.tier }[by]
      total = add(total, line)
      lines.set(of, { of, ...add(lines.get(of) ?? nothing, line) })
    }
  return { total, lines: [...lines].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line) }
}
