import fc from 'fast-check'
import type { Day } from '#contract/shared/scalars'
import { instantOf } from '#contract/shared/wallClock'
import { provenSums } from '#core/certificate/certificate'
import { hashOf, type LedgerLine } from '#core/hours/ledger'
import {
  isInSpan,
  isWronglySummed,
  type LedgerSums,
  markOfSums,
  monthOfDay,
  noSums,
  type OpenSpan,
  provenFrom,
  type ServiceSum,
  servicesOfMonth,
  servicesOn,
  servicesWithin,
  sumsByMonth,
  withMonths,
} from '#core/hours/ledgerSums'
import { daysAroundWindow, daysOfStretchOf } from '#core/hours/union'
import { Ledger, markForTests as mark } from '#support/ledger'
import { type Move, move, runMove } from '#support/ledgerMoves'
import { dayMs } from '#support/time'

const nameOf = (teamId: string) => `team ${teamId}`

/** Those lines alone that a month's reading finds, as `linesAround` reads them from the store. */
function linesAroundMonth(ledger: readonly LedgerLine[], month: string): LedgerLine[] {
  const from = instantOf(`${month}-01`, '00:00') ?? 0
  const around = (lines: readonly LedgerLine[]) => daysAroundWindow({ from, to: from + 31 * dayMs }, lines)
  for (let read = around([]); ; ) {
    const lines = ledger.filter(({ day }) => isInSpan(day, read))
    const next = around(lines)
    if (next.from >= read.from && next.to <= read.to) return lines
    read = next
  }
}

/** The months of a ledger from those that were kept of its first lines. */
function monthsSince(kept: Record<string, ServiceSum[]>, later: LedgerLine[], ledger: LedgerLine[]) {
  const counted = new Map<string, ServiceSum[]>()
  const due = new Set(later.map(({ day }) => monthOfDay(day)))
  for (const month of due) {
    const lines = linesAroundMonth(ledger, month)
    counted.set(month, servicesOfMonth(month, lines))
    for (const line of later.filter(({ day }) => monthOfDay(day) === month)) {
      const { from, to } = daysOfStretchOf(line, lines)
      due.add(monthOfDay(from)).add(monthOfDay(to))
    }
  }
  return withMonths(kept, counted)
}

const servicesOfSpan = (months: Record<string, ServiceSum[]>, ledger: LedgerLine[], span: OpenSpan) =>
  Object.entries(months).flatMap(
    ([month, services]) =>
      servicesWithin(services, span) ??
      servicesOn(linesAroundMonth(ledger, month), (day) => monthOfDay(day) === month && isInSpan(day, span)),
  )

const ledgerOf = (moves: readonly Move[]): LedgerLine[] => {
  const ledger = new Ledger()
  moves.forEach((each, at) => void runMove(ledger, each, at))
  return ledger.lines
}
/** Days around those of the moves. */
const someDay = fc.option(
  fc
    .nat({ max: 100 })
    .map((day): Day => new Date(Date.UTC(2026, 9, 20) + day * dayMs).toISOString().slice(0, 10)),
  { nil: undefined },
)

test('after any order of services, overlaps, honours and reversals, kept months and the lines after them give any span of the whole ledger', () => {
  fc.assert(
    fc.property(
      fc.array(move, { minLength: 1, maxLength: 16, size: 'max' }),
      fc.nat({ max: 100 }),
      someDay,
      someDay,
      (moves, percent, from, to) => {
        const lines = ledgerOf(moves)
        const keptAt = Math.ceil((lines.length * percent) / 100)
        const kept = sumsByMonth(lines.slice(0, keptAt))
        const months = monthsSince(kept, lines.slice(keptAt), lines)
        expect(months).toEqual(sumsByMonth(lines))
        const span = { from, to }
        expect(provenFrom(servicesOfSpan(months, lines, span), nameOf)).toEqual(
          provenSums(lines, span, nameOf),
        )
      },
    ),
    { numRuns: 500 },
  )
})

/** Of two services over the end of a month the second adds what the first has not counted. */
const atMonthsEnd = { which: 0, teamId: 'repair', projectId: undefined, day: 7 } as const
const overMonthsEnd = ledgerOf([
  { ...atMonthsEnd, what: 'serve', title: '陪诊', minutes: 480, minute: 660 },
  { ...atMonthsEnd, what: 'serve', title: '修水管', minutes: 240, minute: 1020 },
  { ...atMonthsEnd, what: 'reverse', title: '陪诊', minutes: 480, minute: 660 },
])

test('a line that is taken back changes what a line of the next month stands for', () => {
  const months = monthsSince(sumsByMonth(overMonthsEnd.slice(0, 2)), overMonthsEnd.slice(2), overMonthsEnd)
  expect(months).toEqual(sumsByMonth(overMonthsEnd))
  expect(months).toEqual({ '2026-12': [expect.objectContaining({ title: '修水管', minutes: 240 })] })
})

test('the months of a ledger add up to what its lines stand for, and each service to the days it was done on', () => {
  fc.assert(
    fc.property(fc.array(move, { minLength: 1, maxLength: 40 }), (moves) => {
      const lines = ledgerOf(moves)
      const proven = provenFrom(Object.values(sumsByMonth(lines)).flat(), nameOf)
      const { totals } = lines.at(-1) ?? { totals: { recordedMinutes: 0, honourMinutes: 0 } }
      expect([proven.minutes, proven.honourMinutes]).toEqual([totals.recordedMinutes, totals.honourMinutes])
      for (const { firstDay, lastDay, times } of proven.services) {
        expect(firstDay <= lastDay).toBe(true)
        expect(times).toBeGreaterThan(0)
      }
    }),
  )
})

describe('kept sums', () => {
  const lines = ledgerOf(
    [0, 1, 2, 40].map((day) => ({
      ...{ what: 'serve', minutes: 60, which: 0, teamId: 'repair', projectId: undefined },
      ...{ title: '陪诊', day, minute: 0 },
    })),
  )
  const { seq = 0, hash = '' } = lines.at(-1) ?? {}
  const sums = { seq, hash, months: sumsByMonth(lines) }
  const kept: LedgerSums = { ...sums, mark: markOfSums('m_li', sums, mark) }
  const isWrong = (change: Partial<LedgerSums>, of = 'm_li', ledger = lines) =>
    isWronglySummed(of, { ...kept, ...change }, ledger, mark)

  it('are right where they were counted from these lines, and where more lines have come', () => {
    expect(isWrong({})).toBe(false)
    const early = { seq: 2, hash: lines[1]?.hash ?? '', months: sumsByMonth(lines.slice(0, 2)) }
    expect(isWrong({ ...early, mark: markOfSums('m_li', early, mark) })).toBe(false)
    expect(isWronglySummed('m_li', noSums, lines, mark)).toBe(false)
  })

  it.each<[string, Partial<LedgerSums>]>([
    ['months', { months: {} }],
    ['line', { seq: 3 }],
    ['hash', { hash: lines[0]?.hash ?? '' }],
    ['mark', { mark: 'f'.repeat(64) }],
  ])('are wrong with another %s, without the key', (_, change) => expect(isWrong(change)).toBe(true))

  it('are wrong without a mark, of somebody else, and where a line under them was changed', () => {
    const { mark: _, ...bare } = kept
    expect(isWronglySummed('m_li', bare, lines, mark)).toBe(true)
    expect(isWrong({}, 'm_zhao')).toBe(true)
    const changed = lines.map((line) => (line.seq === 2 ? { ...line, title: '修水管' } : line))
    expect(isWrong({}, 'm_li', changed)).toBe(true)
    const rewritten = lines.map((line) =>
      line.seq === seq ? { ...line, hash: hashOf({ ...line, minutes: 1 }) } : line,
    )
    expect(isWrong({}, 'm_li', rewritten)).toBe(true)
  })
})
