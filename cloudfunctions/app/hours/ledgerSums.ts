import { owe } from '#app/report/recount'
import type { Day, MemberId } from '#contract/shared/scalars'
import { dayMs } from '#contract/shared/time'
import { instantOf } from '#contract/shared/wallClock'
import {
  isInSpan,
  type LedgerSums,
  markOfSums,
  monthOfDay,
  noSums,
  type OpenSpan,
  type ServiceSum,
  servicesOfMonth,
  servicesOn,
  servicesWithin,
  sumsByMonth,
  withMonths,
} from '#core/hours/ledgerSums'
import type { Marker } from '#core/hours/marks'
import { daysAroundWindow, daysOfStretchOf } from '#core/hours/union'
import { entries, ledgerSums } from '#store/collections'
import type { StoredLedgerSums } from '#store/rows/hours'
import { atLeast, below, between, type Test } from '#store/words/conditions'
import { linesAround } from './linesAround'
import { environmentMark } from './mark'

/** The database gives so many documents at once. */
const most = 1000
/** So many lines are read before it is known how many the kept sums lack: those of a page, and some more. */
const lastLines = 40

const countedFields = [
  ...(['seq', 'kind', 'reverses', 'minutes', 'overlap', 'day'] as const),
  ...(['teamId', 'teamName', 'title', 'servedFrom', 'servedTo', 'hash'] as const),
]

/** The lines with these numbers, from the first; all of them are asked for at once. */
async function linesBetween(memberId: MemberId, from: number, until: number) {
  const parts = Array.from({ length: Math.ceil((until - from) / most) }, (_, part) => {
    const first = from + part * most
    const seq = between(atLeast(first), below(Math.min(first + most, until)))
    return entries.find('bySeq', { memberId, seq }, { limit: most, backwards: true, fields: countedFields })
  })
  return (await Promise.all(parts)).flat()
}
type Line = Awaited<ReturnType<typeof linesBetween>>[number]

const upTo = (lines: readonly Line[], seq: number): Line[] =>
  lines.filter((line) => line.seq <= seq).sort((a, b) => a.seq - b.seq)

/** The lines up to a number with a day in the month, and every line of a stretch that reaches into it. */
async function linesAroundMonth(memberId: MemberId, month: string, seq: number): Promise<Line[]> {
  const from = instantOf(`${month}-01`, '00:00') ?? 0
  const window = { from, to: from + 31 * dayMs }
  const read = async (day: Test<Day>) =>
    upTo(await entries.find('year', { memberId, day }, { limit: most, fields: countedFields }), seq)
  return linesAround(read, (lines) => daysAroundWindow(window, lines))
}

/** What a ledger says up to its last line. */
export interface SummedLedger {
  memberId: MemberId
  seq: number
  hash: string
  months: Record<string, ServiceSum[]>
  /** How many of its lines the kept sums lack. */
  ahead: number
}

/**
 * Adds a ledger up as it is now: from the sums that are kept of it and the lines after them. Undefined for a ledger
 * without a line.
 */
export async function summedLedger(memberId: MemberId, mark: Marker): Promise<SummedLedger | undefined> {
  const [stored, last] = await Promise.all([
    ledgerSums.get(memberId),
    entries.find('bySeq', { memberId }, { limit: lastLines, fields: countedFields }),
  ])
  const [tail] = last
  if (!tail) return undefined
  const { seq, hash } = tail
  const sums = stored && isOurs(memberId, stored, mark) && stored.seq <= seq ? stored : noSums
  const lines = await linesSince(memberId, sums.seq, last)
  if (sums.seq > 0 && lines[0]?.hash === sums.hash) {
    const later = lines.slice(1)
    const months = withMonths(sums.months, await changedMonths(memberId, later, seq))
    return { memberId, seq, hash, months, ahead: later.length }
  }
  // sums that this deployment has not made, or that end with another line than the ledger has there
  const whole = sums.seq > 0 ? await linesSince(memberId, 0, last) : lines
  return { memberId, seq, hash, months: sumsByMonth(whole), ahead: seq }
}

const isOurs = (memberId: MemberId, sums: LedgerSums, mark: Marker): boolean =>
  sums.mark === markOfSums(memberId, sums, mark)

/** The lines from this number on, of which the last have been read. */
async function linesSince(memberId: MemberId, from: number, last: readonly Line[]): Promise<Line[]> {
  const known = last.filter(({ seq }) => seq >= from).reverse()
  const first = known[0]?.seq ?? from
  return first > from ? [...(await linesBetween(memberId, from, first)), ...known] : known
}

/** Counts the months anew to which these lines belong, or of which they may change what other lines stand for. */
async function changedMonths(
  memberId: MemberId,
  later: readonly Line[],
  seq: number,
): Promise<ReadonlyMap<string, ServiceSum[]>> {
  const changed = new Map<string, ServiceSum[]>()
  const due = new Set(later.map(({ day }) => monthOfDay(day)))
  // a stretch may reach from a month into its neighbour, which then joins those that are due
  for (const month of due) {
    const lines = await linesAroundMonth(memberId, month, seq)
    changed.set(month, servicesOfMonth(month, lines))
    for (const line of later.filter(({ day }) => monthOfDay(day) === month)) {
      const { from, to } = daysOfStretchOf(line, lines)
      due.add(monthOfDay(from)).add(monthOfDay(to))
    }
  }
  return changed
}

/** The services that a ledger stands for on the days of a span. Lines are read where a month lies in it in part. */
export async function servicesOfSpan(
  { memberId, seq, months }: SummedLedger,
  span: OpenSpan,
): Promise<ServiceSum[]> {
  const parts = Object.entries(months).map(async ([month, services]) => {
    const whole = servicesWithin(services, span)
    if (whole) return whole
    const lines = await linesAroundMonth(memberId, month, seq)
    return servicesOn(lines, (day) => monthOfDay(day) === month && isInSpan(day, span))
  })
  return (await Promise.all(parts)).flat()
}

/** Says that a ledger has grown beyond its kept sums. It costs one write; the timer counts. */
export const oweLedgerSums = (communityId: string, memberId: MemberId): Promise<void> =>
  owe<StoredLedgerSums>(ledgerSums, { _id: memberId, communityId, rev: 0, dueAt: Date.now(), ...noSums })

/** Keeps the sums of a ledger up to its last line. They stay due where more was owed meanwhile. */
export async function keepLedgerSums({ _id, rev }: StoredLedgerSums): Promise<void> {
  const mark = environmentMark()
  const ledger = await summedLedger(_id, mark)
  if (!ledger) return void (await ledgerSums.update({ _id, rev }, { dueAt: null }))
  const { seq, hash, months } = ledger
  const sums = { seq, hash, months }
  await ledgerSums.update({ _id, rev }, { ...sums, mark: markOfSums(_id, sums, mark), dueAt: null })
}
