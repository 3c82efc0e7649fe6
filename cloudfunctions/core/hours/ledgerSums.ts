import type { ServiceDone } from '#contract/certificate'
import type { Day, MemberId, TeamId } from '#contract/shared/scalars'
import { canonicalJson } from '#core/change/canonicalJson'
import { genesisHash, type LedgerLine } from '#core/hours/ledger'
import type { Marker } from './marks'
import { type StandingLine, standingMinutes } from './union'

/** What the sums of a ledger ask of a line. */
export type CountedLine = StandingLine & Pick<LedgerLine, 'seq' | 'day' | 'teamId' | 'teamName' | 'title'>

/** What the lines of one team with one title stand for; honour minutes are counted apart. */
export interface ServiceSum {
  teamId: TeamId
  /** What the team was called at the last of these lines; absent where that line has no name. */
  teamName?: string
  title: string
  honour?: true
  times: number
  minutes: number
  firstDay: Day
  lastDay: Day
  /** The numbers of the first and the last of these lines. */
  first: number
  last: number
}

/**
 * What a ledger says up to one of its lines, so that a certificate need not read the lines before. A line that
 * comes later counts in the month of its day, and may change what others of its stretch stand for.
 */
export interface LedgerSums {
  /** The number and the hash of that line; 0 and 64 zeros before the first count. */
  seq: number
  hash: string
  /** What the lines with a day in a month stand for, by `YYYY-MM`; months of which nothing stands are left out. */
  months: Record<string, ServiceSum[]>
  /** See `markOfSums`; absent before the first count. */
  mark?: string
}

export const noSums: LedgerSums = { seq: 0, hash: genesisHash, months: {} }

/** A line with such a number owes its ledger a new count. */
export const linesOfPage = 30

export const monthOfDay = (day: Day): string => day.slice(0, 7)

/** Whose sums they are is in their mark, and so is the line up to which they count. */
export const markOfSums = (memberId: MemberId, { seq, hash, months }: LedgerSums, mark: Marker): string =>
  mark(`sums:${canonicalJson({ memberId, seq, hash, months })}`)

/** The services of these lines, in the order of the first line of each. */
function servicesOf(lines: readonly CountedLine[], standing: ReadonlyMap<string, number>): ServiceSum[] {
  const each = lines.flatMap(({ _id, seq, kind, teamId, teamName, title, day }): ServiceSum[] => {
    const minutes = standing.get(_id) ?? 0
    if (minutes === 0) return []
    const service = {
      ...{ teamId, title, times: 1, minutes, firstDay: day, lastDay: day, first: seq, last: seq },
      ...(teamName !== undefined && { teamName }),
    }
    return [kind === 'honour' ? { ...service, honour: true } : service]
  })
  return joinedServices(each)
}

/** The same services of several months as one, in the order of the first line of each. */
export function joinedServices(parts: readonly ServiceSum[]): ServiceSum[] {
  const joined = new Map<string, ServiceSum>()
  for (const part of parts) {
    const key = JSON.stringify([part.teamId, part.title, part.honour === true])
    const before = joined.get(key)
    joined.set(key, before ? together(before, part) : part)
  }
  return [...joined.values()].sort((a, b) => a.first - b.first)
}

function together(a: ServiceSum, b: ServiceSum): ServiceSum {
  const { teamName: _, ...later } = a.last > b.last ? a : b
  const { teamName } = a.last > b.last ? a : b
  return {
    ...later,
    ...(teamName !== undefined && { teamName }),
    times: a.times + b.times,
    minutes: a.minutes + b.minutes,
    firstDay: a.firstDay < b.firstDay ? a.firstDay : b.firstDay,
    lastDay: a.lastDay > b.lastDay ? a.lastDay : b.lastDay,
    first: Math.min(a.first, b.first),
  }
}

/**
 * The services of the lines on some days.
 *
 * @param lines in the order of `seq`, with every line of each stretch that reaches into these days.
 */
export const servicesOn = (lines: readonly CountedLine[], isCovered: (day: Day) => boolean): ServiceSum[] =>
  servicesOf(
    lines.filter(({ day }) => isCovered(day)),
    standingMinutes(lines),
  )

/**
 * The services of one month.
 *
 * @param lines in the order of `seq`, with every line of each stretch that reaches into the month.
 */
export const servicesOfMonth = (month: string, lines: readonly CountedLine[]): ServiceSum[] =>
  servicesOn(lines, (day) => monthOfDay(day) === month)

/**
 * The services of every month.
 *
 * @param lines a whole ledger, in the order of `seq`.
 */
export function sumsByMonth(lines: readonly CountedLine[]): Record<string, ServiceSum[]> {
  const standing = standingMinutes(lines)
  const byMonth = new Map<string, CountedLine[]>()
  for (const line of lines) {
    const month = monthOfDay(line.day)
    const others = byMonth.get(month)
    if (others) others.push(line)
    else byMonth.set(month, [line])
  }
  return withMonths({}, new Map([...byMonth].map(([month, some]) => [month, servicesOf(some, standing)])))
}

/** These months where some were counted anew. */
export const withMonths = (
  months: Record<string, ServiceSum[]>,
  counted: ReadonlyMap<string, ServiceSum[]>,
): Record<string, ServiceSum[]> =>
  Object.fromEntries(
    Object.entries({ ...months, ...Object.fromEntries(counted) }).filter(
      ([, services]) => services.length > 0,
    ),
  )

/** Days, both included; without an end that is absent. */
export interface OpenSpan {
  from?: Day | undefined
  to?: Day | undefined
}

export const isInSpan = (day: Day, { from, to }: OpenSpan): boolean =>
  (from === undefined || day >= from) && (to === undefined || day <= to)

/** Those of a month's services that lie in a span; undefined where one of them lies in it in part. */
export function servicesWithin(services: readonly ServiceSum[], span: OpenSpan): ServiceSum[] | undefined {
  const { from, to } = span
  const isApart = ({ firstDay, lastDay }: ServiceSum) =>
    (from !== undefined && lastDay < from) || (to !== undefined && firstDay > to)
  const near = services.filter((service) => !isApart(service))
  return near.every(({ firstDay, lastDay }) => isInSpan(firstDay, span) && isInSpan(lastDay, span))
    ? near
    : undefined
}

/**
 * What a certificate says of services: most minutes first. A team is called what it was called at the last of its
 * lines; `teamName` names it where that is not known.
 */
export function provenFrom(
  services: readonly ServiceSum[],
  teamName: (teamId: string) => string,
): { minutes: number; honourMinutes: number; services: ServiceDone[] } {
  const minutesOf = (some: readonly ServiceSum[]) => some.reduce((sum, { minutes }) => sum + minutes, 0)
  const joined = joinedServices(services)
  const done = joined.map(
    ({ first: _first, last: _last, ...service }): ServiceDone => ({
      ...service,
      teamName: service.teamName ?? teamName(service.teamId),
    }),
  )
  return {
    minutes: minutesOf(joined.filter(({ honour }) => !honour)),
    honourMinutes: minutesOf(joined.filter(({ honour }) => honour)),
    services: done.sort((a, b) => b.minutes - a.minutes),
  }
}

/** Whether kept sums are not this deployment's, or not what the lines give. Sums that were never counted are none. */
export function isWronglySummed(
  memberId: MemberId,
  sums: LedgerSums,
  lines: readonly LedgerLine[],
  mark: Marker,
): boolean {
  const { seq, hash, months } = sums
  if (sums.mark === undefined) return seq > 0
  const counted = lines.filter((line) => line.seq <= seq)
  return (
    sums.mark !== markOfSums(memberId, sums, mark) ||
    counted.at(-1)?.hash !== hash ||
    canonicalJson(months) !== canonicalJson(sumsByMonth(counted))
  )
}
