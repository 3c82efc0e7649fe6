import type { Overlap } from '#contract/hours'
import type { Day, Instant, MemberId } from '#contract/shared/scalars'
import { dayMs, minuteMs } from '#contract/shared/time'
import { dayOf } from '#contract/shared/wallClock'
import { windowsOverlap } from '#core/booking/booking'
import type { CountedCredit, CreditEffect, LeadersEffect } from '#core/change/effect'
import type { LedgerLine } from './ledger'

/** The time in which somebody served, half-open and never empty. */
export interface Served {
  from: Instant
  to: Instant
}

type Timed = Pick<CreditEffect, 'servedFrom' | 'servedTo' | 'minutes'> & { overlap?: Overlap }

/** The minutes of an attendance alone, whatever else the person did at that time. */
const ownMinutes = ({ minutes, overlap }: Timed): number => minutes + (overlap?.minutes ?? 0)

/** The attendance that counts: a service that counts for fewer minutes than it lasted ends earlier. */
function servedIn(timed: Timed): Served {
  const { servedFrom: from, servedTo: to } = timed
  const own = ownMinutes(timed)
  return { from, to: Math.floor((to - from) / minuteMs) > own ? from + own * minuteMs : to }
}

/** Joins what overlaps; what only touches stays apart. */
function stretchesOf(served: readonly Served[]): Served[] {
  const stretches: Served[] = []
  for (const { from, to } of [...served].sort((a, b) => a.from - b.from)) {
    const last = stretches.at(-1)
    if (last && from < last.to) last.to = Math.max(last.to, to)
    else stretches.push({ from, to })
  }
  return stretches
}

/**
 * The minutes of the clock in which the person served, however often at once. Each stretch is rounded down, so
 * an attendance that overlaps no other keeps its own minutes.
 */
export const unionMinutes = (served: readonly Served[]): number =>
  stretchesOf(served).reduce((sum, { from, to }) => sum + Math.floor((to - from) / minuteMs), 0)

/** What is asked of a line where minutes of the clock are counted. */
export type StandingLine = Pick<
  LedgerLine,
  '_id' | 'kind' | 'reverses' | 'minutes' | 'overlap' | 'servedFrom' | 'servedTo'
>

const isAttendance = ({ kind }: StandingLine): boolean => kind === 'recorded'

const isWithin = ({ from, to }: Served, stretch: Served): boolean => stretch.from <= from && to <= stretch.to

/** The stretch that an attendance belongs to; attendances that were taken back hold it together as well. */
function stretchAround(here: Served, lines: readonly StandingLine[]): Served {
  const stretches = stretchesOf([...lines.filter(isAttendance).map(servedIn), here])
  return stretches.find((stretch) => isWithin(here, stretch)) ?? here
}

/** The attendances of the stretch around this one. */
const attendancesAround = <Line extends StandingLine>(here: Served, lines: readonly Line[]): Line[] => {
  const stretch = stretchAround(here, lines)
  return lines.filter((line) => isAttendance(line) && isWithin(servedIn(line), stretch))
}

const takenBack = (lines: readonly StandingLine[]): ReadonlySet<string> =>
  new Set(lines.flatMap(({ reverses }) => (reverses === undefined ? [] : [reverses])))

/** When the service of a credit was; of a reversal, the service that it takes back. */
function servedOf(credit: CreditEffect, lines: readonly LedgerLine[]): Served {
  if (credit.reverses === undefined) return servedIn(credit)
  const reversed = reversedBy(credit, lines)
  return reversed ? servedIn(reversed) : { from: credit.servedFrom, to: credit.servedTo }
}

const reversedBy = ({ reverses }: CreditEffect, lines: readonly LedgerLine[]): LedgerLine | undefined =>
  lines.find(({ _id }) => _id === reverses)

/** Days of service, both included. */
export interface DaySpan {
  from: Day
  to: Day
}

/**
 * The days on which lines may begin that belong to the stretch of this credit, as far as these lines tell: an
 * attendance counts for a day at most.
 */
export function daysAround(credit: CreditEffect, lines: readonly LedgerLine[]): DaySpan {
  return daysOfStretch(stretchAround(servedOf(credit, lines), lines))
}

const daysOfStretch = ({ from, to }: Served): DaySpan => ({ from: dayOf(from - dayMs), to: dayOf(to) })

/**
 * The days on which lines may begin that belong to a stretch that reaches into a window of time, as far as these
 * lines tell.
 */
export const daysAroundWindow = (window: Served, lines: readonly StandingLine[]): DaySpan =>
  daysOfStretch(stretchAround(window, lines))

/** The days on which the stretch of a line lies, as far as these lines tell. */
export function daysOfStretchOf(
  { servedFrom, servedTo }: StandingLine,
  lines: readonly StandingLine[],
): DaySpan {
  const { from, to } = stretchAround({ from: servedFrom, to: servedTo }, lines)
  return { from: dayOf(from), to: dayOf(to) }
}

/**
 * The credit with the minutes that it adds to what the person's attendances cover together; a reversal takes
 * back what no other attendance covers. So the minutes of a stretch are always those of the clock, in whatever
 * order its attendances are credited and taken back.
 *
 * @param lines the lines of this person whose day is one of `daysAround`.
 */
export function countedOnce(credit: CreditEffect, lines: readonly LedgerLine[]): CountedCredit {
  if (credit.kind === 'honour') return credit
  const reversed = reversedBy(credit, lines)
  const here = servedOf(credit, lines)
  const around = attendancesAround(here, lines)
  const back = takenBack(lines)
  const others = around.filter((line) => line !== reversed && !back.has(line._id))
  const covered = unionMinutes([...others.map(servedIn), ...(credit.reverses === undefined ? [here] : [])])
  const change = covered - creditedFor(around, lines)
  const minutes = credit.reverses === undefined ? Math.max(change, 0) : Math.min(change, 0)
  const counted = { ...credit, minutes, servedTo: here.to }
  const own = reversed ? ownMinutes(reversed) : credit.minutes
  const before = own - Math.abs(minutes)
  if (before <= 0) return counted
  const titles = others.filter((line) => windowsOverlap(servedIn(line), here)).map(({ title }) => title)
  return { ...counted, overlap: { minutes: before, titles: [...new Set(titles)] } }
}

/** What was credited for these attendances, less what was taken back of them. */
function creditedFor(attendances: readonly LedgerLine[], lines: readonly LedgerLine[]): number {
  const ids = new Set(attendances.map(({ _id }) => _id))
  return lines
    .filter(({ _id, reverses = _id }) => ids.has(reverses))
    .reduce((sum, { minutes }) => sum + minutes, 0)
}

/**
 * How many minutes each line stands for, by id; lines that were taken back are left out. It is the line's own
 * number, but where a line of its stretch was taken back, what it adds to the lines before it that stand.
 *
 * @param lines a whole ledger, in the order of `seq`.
 */
export function standingMinutes(lines: readonly StandingLine[]): ReadonlyMap<string, number> {
  const back = takenBack(lines)
  const standing = new Map(
    lines
      .filter(({ _id, kind }) => kind !== 'reversal' && !back.has(_id))
      .map(({ _id, minutes }) => [_id, minutes]),
  )
  for (const reversed of lines.filter((line) => isAttendance(line) && back.has(line._id))) {
    const before: Served[] = []
    for (const line of attendancesAround(servedIn(reversed), lines)) {
      if (back.has(line._id)) continue
      const sum = unionMinutes(before)
      before.push(servedIn(line))
      standing.set(line._id, unionMinutes(before) - sum)
    }
  }
  return standing
}

/** Tells the team's leaders of a line whose time had counted in part; undefined for any other line. */
export function overlapEffect(
  { _id, kind, teamId, title, minutes, overlap }: LedgerLine,
  volunteer: { _id: MemberId; name: string },
): LeadersEffect | undefined {
  if (!overlap || kind === 'reversal') return undefined
  return {
    effect: 'tellLeaders',
    noticeId: `n_${_id}_overlap`,
    teamId,
    kind: 'hours_overlapped',
    title,
    minutes,
    overlap,
    who: volunteer.name,
    whoId: volunteer._id,
  }
}
