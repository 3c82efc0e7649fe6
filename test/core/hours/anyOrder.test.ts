import fc from 'fast-check'
import { certificateFault, provenSums } from '#core/certificate/certificate'
import { digestOf } from '#core/hours/digest'
import { firstBreak, isRecorded, type LedgerLine } from '#core/hours/ledger'
import { sumsOf, sumsOfDays } from '#core/hours/sums'
import { aCertificate } from '#support/hours'
import { Ledger, vouchedForTests } from '#support/ledger'
import { dayMs, hourMs, mondayNine } from '#support/time'

const move = fc.record({
  what: fc.constantFrom('serve', 'honour', 'reverse', 'again'),
  minutes: fc.integer({ min: 1, max: 600 }),
  which: fc.nat({ max: 30 }),
  teamId: fc.constantFrom('repair', 'women', 'elders'),
  projectId: fc.option(fc.constantFrom('help', 'study'), { nil: undefined }),
  day: fc.nat({ max: 40 }),
})
type Move = typeof move extends fc.Arbitrary<infer Value> ? Value : never

/** One thing that happens to the ledger. */
function run(ledger: Ledger, { what, minutes, which, teamId, projectId, day }: Move, at: number): void {
  const servedFrom = mondayNine + day * dayMs
  const credit = {
    minutes,
    teamId,
    title: 'x',
    servedFrom,
    servedTo: servedFrom + hourMs,
    memberId: 'm_li',
  } as const
  const project = projectId === undefined ? {} : { projectId }
  if (what === 'serve') ledger.credit({ effect: 'credit', source: `booking:${at}`, ...credit, ...project })
  if (what === 'honour')
    ledger.credit({ effect: 'credit', kind: 'honour', source: `honour:${at}`, ...credit })
  const before = ledger.credits[which % Math.max(ledger.credits.length, 1)]
  if (what === 'again' && before) ledger.credit(before)
  if (what === 'reverse') ledger.reverse(which, at)
}
const sum = (lines: readonly LedgerLine[]) => lines.reduce((total, { minutes }) => total + minutes, 0)

test('after any order of services, honours, reversals and repeats, entries, statement, sums and certificate agree', () => {
  fc.assert(
    fc.property(fc.array(move, { maxLength: 40 }), (moves) => {
      const ledger = new Ledger()
      moves.forEach((each, at) => void run(ledger, each, at))
      const { lines } = ledger
      expect(firstBreak(lines)).toBeUndefined()
      const recorded = sum(lines.filter(isRecorded))
      const honour = sum(lines.filter((line) => !isRecorded(line)))
      const { totals } = lines.at(-1) ?? {
        totals: { recordedMinutes: 0, honourMinutes: 0, byTeam: {}, byProject: {} },
      }
      expect([totals.recordedMinutes, totals.honourMinutes]).toEqual([recorded, honour])
      expect(Math.min(recorded, honour)).toBeGreaterThanOrEqual(0)
      expect(Object.values(totals.byTeam).reduce((a, b) => a + b, 0)).toBe(recorded + honour)
      const proven = provenSums(lines, {}, (teamId) => teamId)
      expect([proven.minutes, proven.honourMinutes]).toEqual([recorded, honour])
      expect(proven.services.reduce((total, { minutes }) => total + minutes, 0)).toBe(recorded + honour)
      // The sums of the days are equal to the total.
      const days = [...new Set(lines.map(({ day }) => day))]
      const whole = sumsOfDays(days.map((day) => sumsOf(lines.filter((line) => line.day === day))))
      expect(whole).toEqual(sumsOf(lines))
      const byTeam = Object.values(whole.byTeam)
      expect(byTeam.reduce((total, part) => total + part.recordedMinutes, 0)).toBe(recorded)
      expect(byTeam.reduce((total, part) => total + part.honourMinutes, 0)).toBe(honour)
      // Every source is credited once.
      expect(new Set(lines.map(({ source }) => source)).size).toBe(lines.length)
    }),
  )
})

test('a certificate holds as long as no line under it is changed, lost or taken back, and later lines do not matter', () => {
  fc.assert(
    fc.property(
      fc.array(move, { minLength: 1, maxLength: 20 }),
      fc.array(move, { maxLength: 10 }),
      (early, later) => {
        const ledger = new Ledger()
        early.forEach((each, at) => void run(ledger, each, at))
        const tail = ledger.lines.at(-1)
        if (!tail) return
        const proven = provenSums(ledger.lines, {}, String)
        const certificate = aCertificate({ seq: tail.seq, hash: tail.hash, ...proven })
        expect(certificateFault(certificate, ledger.lines, vouchedForTests)).toBeUndefined()
        later.forEach((each, at) => void run(ledger, each, early.length + at))
        const back = ledger.lines.some(
          ({ seq, reverses }) =>
            seq > tail.seq && ledger.lines.some((line) => line.seq <= tail.seq && line._id === reverses),
        )
        expect(certificateFault(certificate, ledger.lines, vouchedForTests)).toBe(
          back ? 'revoked' : undefined,
        )
        expect(certificateFault(certificate, ledger.lines.slice(1), vouchedForTests)).toBe('ledger_changed')
        const changed = ledger.lines.map((line) =>
          line.seq === 1 ? { ...line, minutes: line.minutes + 1 } : line,
        )
        expect(certificateFault(certificate, changed, vouchedForTests)).toBe('ledger_changed')
      },
    ),
  )
})

test('a day’s digest does not depend on the order of its lines, and every line and every day before it is in it', () => {
  const lines = [
    { _id: 'm_li:1', hash: 'a' },
    { _id: 'm_zhao:1', hash: 'b' },
  ]
  const monday = digestOf('c', '2026-11-23', lines, undefined)
  expect(digestOf('c', '2026-11-23', [...lines].reverse(), undefined)).toEqual(monday)
  expect(digestOf('c', '2026-11-23', lines.slice(1), undefined).digest).not.toBe(monday.digest)
  const tuesday = digestOf('c', '2026-11-24', [], monday)
  expect(tuesday.prev).toBe(monday.digest)
  expect(digestOf('c', '2026-11-24', [], { digest: 'other' }).digest).not.toBe(tuesday.digest)
})
