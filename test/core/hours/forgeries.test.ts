import fc from 'fast-check'
import type { Day } from '#contract/shared/scalars'
import { dayOf } from '#contract/shared/wallClock'
import type { CreditEffect } from '#core/change/effect'
import { digestOf } from '#core/hours/digest'
import { breaksIn, genesisHash, type Head, hashOf, type LedgerLine, nextEntry } from '#core/hours/ledger'
import {
  forgeriesIn,
  isForgedDigest,
  markedDigest,
  markedLine,
  markOfHead,
  unmarkedIn,
} from '#core/hours/marks'
import { markForTests as mark } from '#support/ledger'
import { dayMs, hourMs, mondayNine } from '#support/time'

const memberId = 'm_li'
const creditOf = (index: number, minutes: number): CreditEffect => ({
  effect: 'credit',
  memberId,
  source: `booking:b_${index}`,
  minutes,
  teamId: 'repair',
  teamName: '维修服务队',
  title: '水管漏水',
  servedFrom: mondayNine + index * dayMs,
  servedTo: mondayNine + index * dayMs + hourMs,
})

/** A ledger and its note, and the day since which lines have marks. */
interface Stored {
  lines: LedgerLine[]
  head: Head | undefined
  since: Day | undefined
}
/**
 * Every state that functions leave behind, however they die: `old` lines from before lines had marks, the note
 * `behind` by some lines, and the note with a mark of its own or from before.
 */
const honest: fc.Arbitrary<Stored> = fc
  .record({
    minutes: fc.array(fc.integer({ min: 0, max: 600 }), { minLength: 1, maxLength: 8 }),
    old: fc.nat({ max: 8 }),
    behind: fc.nat({ max: 8 }),
    sinceIsKnown: fc.boolean(),
    renoted: fc.boolean(),
  })
  .map(({ minutes, old, behind, sinceIsKnown, renoted }) => {
    const lines: LedgerLine[] = []
    minutes.forEach((each, index) => {
      const line = nextEntry(lines.at(-1), creditOf(index, each), 'tubengkan', mondayNine + index * dayMs)
      lines.push(index < old ? line : markedLine(line, mark))
    })
    const unmarked = Math.min(old, lines.length)
    const noted = lines[Math.max(lines.length - behind, unmarked) - 1]
    const last = lines[unmarked - 1]
    return {
      lines,
      head: noted && headAt(noted, noted.mark !== undefined || renoted),
      since: sinceIsKnown ? dayOf(last?.creditedAt ?? mondayNine - dayMs) : undefined,
    }
  })

function headAt({ seq, hash }: LedgerLine, marked = true): Head {
  const head = { lines: seq, hash }
  return marked ? { ...head, mark: markOfHead(memberId, head, mark) } : head
}
const named = ({ lines, head, since }: Stored) => [
  ...breaksIn(lines, head),
  ...forgeriesIn(lines, head, memberId, { mark, since }),
]

/** The lines with one of them changed; with `chain` each has the hash that follows from it, as a forger makes it. */
function rewritten(lines: readonly LedgerLine[], at: number, change: Partial<LedgerLine>, chain: boolean) {
  const next: LedgerLine[] = []
  lines.forEach((line, index) => {
    const prev = next.at(-1)?.hash ?? genesisHash
    const other = { ...line, ...(index === at ? change : {}), ...(chain && { prev }) }
    next.push(chain ? { ...other, hash: hashOf(other) } : other)
  })
  return next
}

type Forging = (stored: Stored & { head: Head }, which: number) => Stored
const noted = ({ lines, head }: { lines: LedgerLine[]; head: Head }, which: number) =>
  lines[which % head.lines] as LedgerLine
/** A line behind the last, as somebody with the database alone would make it. */
const appended = ({ lines }: Stored, marks: Partial<LedgerLine>) => {
  const made = nextEntry(lines.at(-1), creditOf(99, 600), 'tubengkan', mondayNine + 99 * dayMs)
  return [...lines, { ...made, ...marks }]
}
const forgings: [string, Forging][] = [
  [
    'a line changed',
    (s, which) => ({ ...s, lines: rewritten(s.lines, noted(s, which).seq - 1, { minutes: 601 }, false) }),
  ],
  [
    'a line changed, and every hash behind it',
    (s, which) => ({ ...s, lines: rewritten(s.lines, noted(s, which).seq - 1, { minutes: 601 }, true) }),
  ],
  [
    'the name of a team changed',
    (s, which) => ({
      ...s,
      lines: rewritten(s.lines, noted(s, which).seq - 1, { teamName: '别的队' }, true),
    }),
  ],
  ['a line removed', (s, which) => ({ ...s, lines: s.lines.filter((line) => line !== noted(s, which)) })],
  [
    'a line inserted, and every line behind it moved up',
    (s, which) => {
      const before = noted(s, which).seq - 1
      const { mark: _, ...other } = { ...noted(s, which), source: 'booking:b_99' }
      const moved = s.lines
        .slice(before)
        .map((line) => ({ ...line, seq: line.seq + 1, _id: `${memberId}:${line.seq + 1}` }))
      const lines = [...s.lines.slice(0, before), other, ...moved]
      return { ...s, lines: rewritten(lines, -1, {}, true) }
    },
  ],
  [
    'a line appended with the mark of another',
    (s, which) => ({
      ...s,
      lines: appended(s, { mark: s.lines[which % s.lines.length]?.mark ?? mark('other') }),
    }),
  ],
  [
    'the note changed to fewer lines',
    (s) => ({ ...s, head: { ...s.head, lines: s.head.lines - 1 || s.lines.length + 1 } }),
  ],
  ['the note changed to more lines', (s) => ({ ...s, head: { ...s.head, lines: s.lines.length + 1 } })],
  [
    'the note changed to another hash',
    (s) => ({ ...s, head: { ...s.head, hash: hashOf({ ...s.lines[0], minutes: 601 } as LedgerLine) } }),
  ],
  ['the note given a mark of its maker', (s) => ({ ...s, head: { ...s.head, mark: '0'.repeat(64) } })],
]

test('an honest ledger is never named, wherever a function died, and whatever is from before lines had marks', () => {
  fc.assert(
    fc.property(honest, (stored) => void expect(named(stored)).toEqual([])),
    { numRuns: 500 },
  )
})

test.each(forgings)('%s is named in every ledger', (_, forge) => {
  const seen = { marked: 0, old: 0 }
  fc.assert(
    fc.property(honest, fc.nat(), (stored, which) => {
      const { head } = stored
      if (!head) return
      const forged = forge({ ...stored, head }, which)
      expect(named(forged)).not.toEqual([])
      seen[stored.lines.at(-1)?.mark ? 'marked' : 'old']++
    }),
    { numRuns: 300 },
  )
  expect(Math.min(seen.marked, seen.old)).toBeGreaterThan(20)
})

test('a line appended without a mark is named as soon as a line or a digest has one', () => {
  fc.assert(
    fc.property(honest, (stored) => {
      const lines = appended(stored, {})
      const last = lines.length
      const known = stored.since !== undefined || stored.lines.some((line) => line.mark !== undefined)
      const expected = known ? [{ what: 'forged', seq: last }] : []
      expect(named({ ...stored, lines })).toEqual(expected)
    }),
  )
})

test('a real line behind a forged one is not named itself, and a note that was moved to the forged one is', () => {
  const stored: Stored = { lines: [], head: undefined, since: undefined }
  const first = markedLine(nextEntry(undefined, creditOf(0, 60), 'tubengkan', mondayNine), mark)
  const [, forged] = appended({ ...stored, lines: [first] }, {}) as [LedgerLine, LedgerLine]
  const real = markedLine(nextEntry(forged, creditOf(2, 60), 'tubengkan', mondayNine + dayMs), mark)
  expect(named({ ...stored, lines: [first, forged, real], head: headAt(real) })).toEqual([
    { what: 'forged', seq: 2 },
  ])
  expect(
    named({ ...stored, lines: [first, forged], head: { ...headAt(first), lines: 2, hash: forged.hash } }),
  ).toEqual([
    { what: 'forged', seq: 2 },
    { what: 'misnoted', seq: 2 },
  ])
})

test('lines from before marks are counted until a later line vouches for them', () => {
  const old = nextEntry(undefined, creditOf(0, 60), 'tubengkan', mondayNine)
  expect(unmarkedIn([old])).toBe(1)
  expect(unmarkedIn([old, markedLine(nextEntry(old, creditOf(1, 60), 'tubengkan', mondayNine), mark)])).toBe(
    0,
  )
})

test('a digest is known by its mark, and may have none only before the first that has one', () => {
  const monday = digestOf('c', '2026-11-23', [], undefined)
  const tuesday = markedDigest(digestOf('c', '2026-11-24', [], monday), mark)
  const wednesday = digestOf('c', '2026-11-25', [], tuesday)
  expect(isForgedDigest(monday, undefined, mark)).toBe(false)
  expect(isForgedDigest(tuesday, monday, mark)).toBe(false)
  expect(isForgedDigest(wednesday, tuesday, mark)).toBe(true)
  expect(isForgedDigest({ ...tuesday, digest: wednesday.digest }, monday, mark)).toBe(true)
})
