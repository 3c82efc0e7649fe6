import fc from 'fast-check'
import { countedHonours, honourMonthId, newHonourMonth, withHeld } from '#core/hours/honourMonth'
import type { LedgerLine } from '#core/hours/ledger'
import { proposedHonour } from '#support/hours'
import { Ledger } from '#support/ledger'
import { dayMs, mondayNine } from '#support/time'

const most = 600
const honour = (index: number, minutes: number) => ({
  ...proposedHonour(),
  _id: `ho_${index}`,
  minutes,
  proposedAt: mondayNine,
})

test('the month of an honour is China’s, from its proposal', () => {
  const lastOfNovember = Date.UTC(2026, 10, 30, 15, 59)
  expect(honourMonthId({ memberId: 'm_li', proposedAt: lastOfNovember })).toBe('m_li_2026-11')
  expect(honourMonthId({ memberId: 'm_li', proposedAt: lastOfNovember + 60_000 })).toBe('m_li_2026-12')
})

/**
 * What may happen to one of six honours. A hold, the approval and the line are three writes, and a function may die
 * between any two of them.
 */
const step = fc.record({
  what: fc.constantFrom('hold', 'approve', 'credit', 'reverse', 'wait'),
  which: fc.nat({ max: 5 }),
})

test('however holds, approvals, lines, reversals and crashes follow each other, leaders never approve more than the most', () => {
  fc.assert(
    fc.property(
      fc.array(step, { maxLength: 40 }),
      fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 6, maxLength: 6 }),
      (steps, sizes) => {
        const ledger = new Ledger()
        let month = newHonourMonth(honour(0, 1))
        let now = mondayNine
        const held = new Map<string, number>()
        const approved = new Set<string>()
        const back = new Set<string>()
        for (const { what, which } of steps) {
          const one = honour(which, sizes[which] ?? 1)
          if (what === 'wait') now += dayMs
          if (what === 'hold' && !approved.has(one._id)) {
            const counted = countedHonours(month, ledger.lines, one._id, now)
            const left = counted.doubtful.filter((id) => !approved.has(id))
            if (countedHonours(month, ledger.lines, one._id, now, left).minutes + one.minutes <= most) {
              month = withHeld(month, one, now)
              held.set(one._id, now)
            }
          }
          // a function that held the minutes approves within a minute, or is dead
          if (what === 'approve' && held.get(one._id) === now) approved.add(one._id)
          if (what === 'credit' && approved.has(one._id)) ledger.credit(creditOf(one._id, one.minutes))
          if (what === 'reverse') {
            const index = ledger.lines.findIndex(({ source }) => source === `honour:${one._id}`)
            if (index >= 0) {
              ledger.reverse(index, ledger.lines.length)
              back.add(one._id)
            }
          }
          const counts = [...approved].filter((id) => !back.has(id))
          const sum = counts.reduce((total, id) => total + (sizes[Number(id.slice(3))] ?? 0), 0)
          expect(sum).toBeLessThanOrEqual(most)
        }
      },
    ),
    { numRuns: 500 },
  )
})

const creditOf = (id: string, minutes: number) =>
  ({
    effect: 'credit',
    kind: 'honour',
    memberId: 'm_li',
    source: `honour:${id}`,
    minutes,
    teamId: 'repair',
    title: '帮忙搬家',
    servedFrom: mondayNine,
    servedTo: mondayNine,
  }) as const

test('what was held by a function that died counts for a minute, and for good once it was approved', () => {
  const lines: LedgerLine[] = []
  const month = withHeld(newHonourMonth(honour(1, 500)), honour(1, 500), mondayNine)
  expect(countedHonours(month, lines, 'ho_2', mondayNine + 59_999)).toEqual({ minutes: 500, doubtful: [] })
  expect(countedHonours(month, lines, 'ho_2', mondayNine + 60_000)).toEqual({
    minutes: 500,
    doubtful: ['ho_1'],
  })
  expect(countedHonours(month, lines, 'ho_2', mondayNine + 60_000, ['ho_1']).minutes).toBe(0)
  expect(countedHonours(month, lines, 'ho_1', mondayNine).minutes).toBe(0)
})
