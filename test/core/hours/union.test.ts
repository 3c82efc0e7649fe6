import fc from 'fast-check'
import { provenSums } from '#core/certificate/certificate'
import type { CreditEffect } from '#core/change/effect'
import { breaksIn, isRecorded, type LedgerLine } from '#core/hours/ledger'
import { countedOnce, daysAround } from '#core/hours/union'
import { Ledger } from '#support/ledger'
import { hourMs, minuteMs, mondayNine } from '#support/time'

const dayMs = 24 * hourMs

function attended(source: string, from: number, to: number, more: Partial<CreditEffect> = {}): CreditEffect {
  const [servedFrom, servedTo] = [mondayNine + from * minuteMs, mondayNine + to * minuteMs]
  const minutes = Math.floor(to - from)
  return {
    effect: 'credit',
    memberId: 'm_li',
    teamId: 'repair',
    title: source,
    source,
    minutes,
    servedFrom,
    servedTo,
    ...more,
  }
}
const ledgerOf = (...credits: CreditEffect[]): Ledger => {
  const ledger = new Ledger()
  for (const credit of credits) ledger.credit(credit)
  return ledger
}
const minutesOf = ({ lines }: Ledger): number[] => lines.map(({ minutes }) => minutes)
const sum = (minutes: readonly number[]): number => minutes.reduce((total, more) => total + more, 0)

describe('one minute of a person counts once', () => {
  it('credits what a second service adds, and says what had counted and where', () => {
    const { lines } = ledgerOf(attended('A', 0, 150), attended('B', 50, 200))
    expect(lines).toMatchObject([{ minutes: 150 }, { minutes: 50, overlap: { minutes: 100, titles: ['A'] } }])
    expect(lines[0]).not.toHaveProperty('overlap')
    expect(lines[1]?.totals.recordedMinutes).toBe(200)
  })
  it.each<[string, [number, number][], number[]]>([
    [
      'services that only touch keep their own minutes',
      [
        [0, 60.9],
        [60.9, 61.8 + 60],
      ],
      [60, 60],
    ],
    [
      'a service within another adds nothing',
      [
        [0, 100],
        [20, 50],
      ],
      [100, 0],
    ],
    [
      'a service around two others adds the gap',
      [
        [0, 30],
        [60, 90],
        [0, 90],
      ],
      [30, 30, 30],
    ],
    [
      'the same time three times',
      [
        [0, 40],
        [0, 40],
        [0, 40],
      ],
      [40, 0, 0],
    ],
    [
      'a service over midnight',
      [
        [800, 1000],
        [890, 1100],
      ],
      [200, 100],
    ],
  ])('%s', (_, times, minutes) => {
    expect(minutesOf(ledgerOf(...times.map(([from, to], index) => attended(`s${index}`, from, to))))).toEqual(
      minutes,
    )
  })
  it('cuts a service that counts for less than it lasted before it is compared', () => {
    const ledger = ledgerOf(attended('A', 0, 600, { minutes: 60 }), attended('B', 100, 160))
    expect(minutesOf(ledger)).toEqual([60, 60])
    expect(ledger.lines[0]?.servedTo).toBe(mondayNine + hourMs)
  })
  it('leaves a service whole that counts for as many minutes as it lasted, seconds and all', () => {
    expect(minutesOf(ledgerOf(attended('A', 0, 1), attended('B', 1 / 6, 2, { minutes: 1 })))).toEqual([1, 1])
  })
  it('leaves honour minutes out of it', () => {
    const ledger = ledgerOf(attended('A', 0, 60), attended('honour:1', 0, 60, { kind: 'honour' }))
    expect(minutesOf(ledger)).toEqual([60, 60])
  })
  it('takes back only what no other service covers, and all of it in the end', () => {
    const ledger = ledgerOf(attended('A', 0, 100), attended('B', 50, 200), attended('C', 60, 90))
    ledger.reverse(0, 1)
    expect(ledger.lines.at(-1)).toMatchObject({ minutes: -50, overlap: { minutes: 50, titles: ['B', 'C'] } })
    ledger.reverse(1, 2)
    expect(ledger.lines.at(-1)?.minutes).toBe(-120)
    ledger.reverse(2, 3)
    expect(sum(minutesOf(ledger))).toBe(0)
  })
  it('proves on a certificate what stands, service by service', () => {
    const ledger = ledgerOf(attended('A', 0, 100), attended('B', 50, 200))
    ledger.reverse(0, 1)
    expect(provenSums(ledger.lines, {}, String)).toMatchObject({
      minutes: 150,
      services: [{ title: 'B', times: 1, minutes: 150 }],
    })
  })
  it('reads more days where the stretch of a service goes on', () => {
    const chained = [0, 1, 2, 3].map((day) => attended(`d${day}`, day * 1440 - 30, day * 1440 + 1430))
    const { lines } = ledgerOf(...chained.slice(0, 3))
    const last = chained[3] as CreditEffect
    expect(daysAround(last, []).from > daysAround(last, lines).from).toBe(true)
  })
})

interface Act {
  volunteer: number
  /** Ten seconds of the clock. */
  from: number
  ticks: number
  /** Credited for so many minutes less, as by a leader's shorter word, but for one at least. */
  less: number
  /** The line of this number is taken back before. */
  reverses: number | null
}
const tickMs = 10_000
/** How much of the clock counts: a service that counts for fewer minutes than it lasted ends earlier. */
function ticksOf({ ticks, less }: Act): number {
  const lasted = Math.floor(ticks / 6)
  const counted = Math.max(lasted - less, 1)
  return counted < lasted ? counted * 6 : ticks
}

const acts: fc.Arbitrary<Act[]> = fc.array(
  fc.record({
    volunteer: fc.nat(49),
    from: fc.nat(3 * 360 * 24),
    ticks: fc.integer({ min: 6, max: 12 * 360 }),
    less: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(60)),
    reverses: fc.option(fc.nat(30), { freq: 3 }),
  }),
  { minLength: 50, maxLength: 400 },
)

/** Counts the clock by itself: marks every tick, and rounds each group of attendances that meet down. */
function clockMinutes(standing: readonly { from: number; to: number }[]): number {
  const group = standing.map((_, index) => index)
  const rootOf = (index: number): number => (group[index] === index ? index : rootOf(group[index] ?? index))
  for (const [a, one] of standing.entries())
    for (const [b, other] of standing.entries())
      if (one.from < other.to && other.from < one.to) group[rootOf(a)] = rootOf(b)
  const ticks = new Map<number, Set<number>>()
  for (const [index, { from, to }] of standing.entries()) {
    const root = rootOf(index)
    const marked = ticks.get(root) ?? new Set<number>()
    for (let tick = from; tick < to; tick++) marked.add(tick)
    ticks.set(root, marked)
  }
  return sum([...ticks.values()].map(({ size }) => Math.floor(size / 6)))
}

/** Lives these acts in their order; answers each volunteer's ledger and what stands of it. */
function livesOf(lived: readonly Act[]) {
  const ledgers = new Map<number, Ledger>()
  const standing = new Map<number, Map<string, { from: number; to: number }>>()
  for (const [index, act] of lived.entries()) {
    const { volunteer, from, ticks, reverses } = act
    const ledger = ledgers.get(volunteer) ?? new Ledger()
    const theirs = standing.get(volunteer) ?? new Map<string, { from: number; to: number }>()
    ledgers.set(volunteer, ledger)
    standing.set(volunteer, theirs)
    if (reverses !== null && ledger.lines.length > 0) {
      const line = ledger.lines[reverses % ledger.lines.length] as LedgerLine
      ledger.reverse(reverses, index)
      theirs.delete(line.source)
    }
    const to = from + ticksOf(act)
    const source = `booking:${index}`
    theirs.set(source, { from, to })
    ledger.credit({
      effect: 'credit',
      memberId: `m_${volunteer}`,
      source,
      teamId: 'repair',
      title: '水管漏水',
      minutes: Math.floor((to - from) / 6),
      servedFrom: mondayNine + from * tickMs,
      servedTo: mondayNine + (from + ticks) * tickMs,
    })
  }
  return [...ledgers].map(([volunteer, ledger]) => ({
    lines: ledger.lines,
    standing: [...(standing.get(volunteer)?.values() ?? [])],
  }))
}

describe('the hours of fifty volunteers who serve at any time, late and at once', () => {
  it('are the minutes of the clock that what stands covers, however it was credited and taken back', () => {
    fc.assert(
      fc.property(acts, (lived) => {
        for (const { lines, standing } of livesOf(lived)) {
          const clock = clockMinutes(standing)
          expect(lines.at(-1)?.totals.recordedMinutes).toBe(clock)
          expect(sum(lines.filter(isRecorded).map(({ minutes }) => minutes))).toBe(clock)
          expect(breaksIn(lines, { lines: lines.length, hash: lines.at(-1)?.hash ?? '' })).toEqual([])
          const proven = provenSums(lines, {}, String)
          expect(proven.minutes).toBe(clock)
          expect(sum(proven.services.map(({ minutes }) => minutes))).toBe(clock)
          expect(
            lines.every(({ kind, minutes }) => (kind === 'reversal' ? minutes <= 0 : minutes >= 0)),
          ).toBe(true)
        }
      }),
      { numRuns: 20 },
    )
  })
  it('come to the same sum in any order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(500), fc.integer({ min: 1, max: 300 })), { minLength: 1, maxLength: 12 }),
        fc.infiniteStream(fc.nat()),
        (times, order) => {
          const credits = times.map(([from, minutes], index) => attended(`s${index}`, from, from + minutes))
          const shuffled = credits
            .map((credit) => ({ credit, at: order.next().value as number }))
            .sort((a, b) => a.at - b.at)
            .map(({ credit }) => credit)
          expect(sum(minutesOf(ledgerOf(...shuffled)))).toBe(sum(minutesOf(ledgerOf(...credits))))
        },
      ),
    )
  })
  it('and their reversals need no line but those of the days around a service', () => {
    fc.assert(
      fc.property(acts, (lived) => {
        for (const { lines } of livesOf(lived.slice(0, 120))) {
          for (const [index, line] of lines.entries()) {
            const before = lines.slice(0, index)
            const minutes = line.kind === 'reversal' ? line.minutes : ownOf(line)
            const credit = { ...line, effect: 'credit' as const, kind: 'recorded' as const, minutes }
            expect(countedOnce(credit, around(credit, before))).toEqual(countedOnce(credit, before))
          }
        }
      }),
      { numRuns: 20 },
    )
  })
})

const ownOf = ({ minutes, overlap }: LedgerLine): number => minutes + (overlap?.minutes ?? 0)

/** The lines that are read for a credit: more days while its stretch goes on. */
function around(credit: CreditEffect, lines: readonly LedgerLine[]): LedgerLine[] {
  let read = daysAround(credit, [])
  for (;;) {
    const found = lines.filter(({ day }) => day >= read.from && day <= read.to)
    const wanted = daysAround(credit, found)
    if (wanted.from >= read.from && wanted.to <= read.to) return found
    read = wanted
  }
}

it('the days around a service begin a day before it', () => {
  const credit = attended('A', 0, 60)
  expect(daysAround(credit, [])).toEqual({ from: '2026-11-22', to: '2026-11-23' })
  expect(daysAround({ ...credit, servedTo: credit.servedTo + dayMs, minutes: 1500 }, []).to).toBe(
    '2026-11-24',
  )
})
