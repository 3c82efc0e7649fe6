import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { canonicalJson } from '#core/change/canonicalJson'
import type { CreditEffect } from '#core/change/effect'
import {
  breaksIn,
  firstBreak,
  genesisHash,
  hashOf,
  type LedgerLine,
  nextEntry,
  starsFor,
} from '#core/hours/ledger'
import { changed, leavesOf } from '#support/ledgerHands'
import { hourMs, mondayNine } from '#support/time'

const credits: fc.Arbitrary<CreditEffect> = fc
  .record({
    source: fc.uuid().map((id) => `booking:${id}`),
    minutes: fc.integer({ min: 1, max: 720 }),
    teamId: fc.constantFrom('repair', 'elder_care', 'women'),
    title: fc.string({ maxLength: 20 }),
    servedFrom: fc.integer({ min: 0, max: 4e12 }),
  })
  .map((credit) => ({
    effect: 'credit' as const,
    memberId: 'm_li',
    servedTo: credit.servedFrom + credit.minutes * 60_000,
    ...credit,
  }))

function ledgerOf(sequence: readonly CreditEffect[]): LedgerLine[] {
  const entries: LedgerLine[] = []
  for (const credit of sequence)
    entries.push(nextEntry(entries.at(-1), credit, 'tubengkan', mondayNine + entries.length))
  return entries
}
const sum = (minutes: number[]) => minutes.reduce((total, more) => total + more, 0)
const hour: CreditEffect = {
  effect: 'credit',
  memberId: 'm_li',
  source: 'booking:b_1',
  minutes: 60,
  teamId: 'repair',
  title: '水管漏水',
  servedFrom: mondayNine,
  servedTo: mondayNine + hourMs,
}
const [first, second, third] = ledgerOf([
  hour,
  { ...hour, source: 'booking:b_2', minutes: 30 },
  { ...hour, source: 'booking:b_3', teamId: 'women' },
]) as [LedgerLine, LedgerLine, LedgerLine]

describe('a ledger', () => {
  it('begins with the first line, which follows nothing', () => {
    expect(first).toMatchObject({ _id: 'm_li:1', seq: 1, prev: genesisHash, kind: 'recorded' })
    expect(first.totals).toEqual({
      recordedMinutes: 60,
      honourMinutes: 0,
      byTeam: { repair: 60 },
      byProject: {},
    })
    expect(firstBreak([])).toBeUndefined()
  })
  it('is an unbroken chain whose totals are the sums of its lines, for any credits', () => {
    fc.assert(
      fc.property(fc.array(credits, { maxLength: 25 }), (sequence) => {
        const entries = ledgerOf(sequence)
        expect(firstBreak(entries)).toBeUndefined()
        entries.forEach((entry, index) => {
          const soFar = sequence.slice(0, index + 1)
          expect(entry.seq).toBe(index + 1)
          expect(entry.totals.recordedMinutes).toBe(sum(soFar.map(({ minutes }) => minutes)))
          expect(sum(Object.values(entry.totals.byTeam))).toBe(
            entry.totals.recordedMinutes + entry.totals.honourMinutes,
          )
          for (const [teamId, minutes] of Object.entries(entry.totals.byTeam))
            expect(minutes).toBe(
              sum(soFar.filter((credit) => credit.teamId === teamId).map((credit) => credit.minutes)),
            )
        })
      }),
    )
  })
  it('does not change the line it follows', () => {
    const before = structuredClone(second)
    nextEntry(second, hour, 'tubengkan', mondayNine)
    expect(second).toEqual(before)
  })
  it('breaks at a line that is missing, doubled or out of order', () => {
    expect(firstBreak([second, third])).toBe(2)
    expect(firstBreak([first, third])).toBe(3)
    expect(firstBreak([first, first, second])).toBe(1)
    expect(firstBreak([first, third, second])).toBe(3)
  })
  it('breaks where another ledger was spliced in, though each line is whole', () => {
    const [, other] = ledgerOf([{ ...hour, minutes: 61 }, hour]) as [LedgerLine, LedgerLine]
    expect(firstBreak([first, other])).toBe(2)
  })
  it('breaks at the next line when a line was rewritten together with its hash', () => {
    const rewritten = { ...second, minutes: 90 }
    rewritten.hash = hashOf(rewritten)
    expect(firstBreak([first, rewritten, third])).toBe(3)
  })
})

describe('a ledger whose length was noted', () => {
  const head = { lines: 3, hash: third.hash }
  it.each<[string, LedgerLine[], ReturnType<typeof breaksIn>]>([
    ['nothing', [first, second, third], []],
    ['the first line', [second, third], [{ what: 'missing', seq: 1, until: 1 }]],
    ['the middle line', [first, third], [{ what: 'missing', seq: 2, until: 2 }]],
    ['the last line', [first, second], [{ what: 'missing', seq: 3, until: 3 }]],
    ['the last two lines', [first], [{ what: 'missing', seq: 2, until: 3 }]],
    [
      'the first and the last line',
      [second],
      [
        { what: 'missing', seq: 1, until: 1 },
        { what: 'missing', seq: 3, until: 3 },
      ],
    ],
    ['every line', [], [{ what: 'missing', seq: 1, until: 3 }]],
  ])('from which %s was removed says so', (_, left, breaks) => {
    expect(breaksIn(left, head)).toEqual(breaks)
  })
  it('that was rewritten whole, hash by hash, is not the one that was noted', () => {
    const other = ledgerOf([{ ...hour, minutes: 61 }, hour, { ...hour, source: 'booking:b_3' }])
    expect(breaksIn(other, undefined)).toEqual([])
    expect(breaksIn(other, head)).toEqual([{ what: 'rewritten', seq: 3 }])
  })
  it('is accepted when the note is behind, since it is made after the line', () => {
    expect(breaksIn([first, second, third], { lines: 2, hash: second.hash })).toEqual([])
    expect(breaksIn([first], undefined)).toEqual([])
  })
  it('has a changed line named as the chain alone names it', () => {
    expect(breaksIn([first, { ...second, minutes: 90 }, third], head)).toEqual([{ what: 'changed', seq: 2 }])
  })
})

describe('a changed ledger', () => {
  it('breaks at the changed line or the next, whichever byte of whichever field was changed', () => {
    const one = fc.array(credits, { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(one, fc.nat(), fc.nat(), fc.nat(), (sequence, which, field, seed) => {
        const entries = ledgerOf(sequence)
        const index = which % entries.length
        const entry = entries[index] as LedgerLine
        const leaves = leavesOf(entry)
        const tampered = changed(entry, leaves[field % leaves.length] as string[], seed)
        const broken = firstBreak(entries.map((line) => (line === entry ? tampered : line)))
        expect([entry.seq, tampered.seq, entry.seq + 1]).toContain(broken)
      }),
      { numRuns: 500 },
    )
  })
  it.each(leavesOf(second).map((path) => [path.join('.'), path] as const))(
    'is known by its %s',
    (_, path) => {
      expect(firstBreak([first, changed(second, path, 3), third])).toBeDefined()
    },
  )
  it('is found by a field that was added or removed', () => {
    expect(firstBreak([first, { ...second, note: 'x' } as LedgerLine])).toBe(2)
    const { title: _, ...short } = second
    expect(firstBreak([first, short as LedgerLine])).toBe(2)
  })
})

describe('the canonicalJson text', () => {
  it('does not depend on the order of keys, at any depth', () => {
    const reversed = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(reversed)
      if (value === null || typeof value !== 'object') return value
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, field]) => [key, reversed(field)]),
      )
    }
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonicalJson(reversed(value))).toBe(canonicalJson(value))
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })
  it.each<[unknown, string]>([
    [{ b: 1, a: { d: 2, c: [3, { f: 4, e: 5 }] } }, '{"a":{"c":[3,{"e":5,"f":4}],"d":2},"b":1}'],
    [{ a: undefined, b: null }, '{"b":null}'],
    ['漏水"', '"漏水\\""'],
  ])('of %j is %s', (value, text) => expect(canonicalJson(value)).toBe(text))
  it('is different for different values', () => {
    expect(canonicalJson({ a: 1 })).not.toBe(canonicalJson({ a: '1' }))
    expect(canonicalJson(['a', 'b'])).not.toBe(canonicalJson(['a,b']))
    expect(canonicalJson({ a: 'b","c":"d' })).not.toBe(canonicalJson({ a: 'b', c: 'd' }))
  })
  it('is what the hash covers, without the hash itself', () => {
    const { hash, ...rest } = first
    expect(hash).toBe(createHash('sha256').update(canonicalJson(rest)).digest('hex'))
    expect(hashOf({ ...rest, hash: 'other' } as LedgerLine)).toBe(hash)
  })
})

describe('the stars', () => {
  it.each([
    [0, 0],
    [99 * 60 + 59, 0],
    [100 * 60, 1],
    [299 * 60 + 59, 1],
    [300 * 60, 2],
    [599 * 60 + 59, 2],
    [600 * 60, 3],
    [999 * 60 + 59, 3],
    [1000 * 60, 4],
    [1499 * 60 + 59, 4],
    [1500 * 60, 5],
    [100_000 * 60, 5],
    [-60, 0],
  ])('for %d recorded minutes are %d', (minutes, stars) => expect(starsFor(minutes)).toBe(stars))
})
