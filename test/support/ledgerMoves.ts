import fc from 'fast-check'
import type { Ledger } from './ledger'
import { dayMs, minuteMs, mondayNine } from './time'

/** One thing that happens to a ledger. Services last up to a day, overlap, and reach over the end of a month. */
export const move = fc.record({
  what: fc.constantFrom('serve', 'serve', 'serve', 'reverse', 'reverse', 'honour', 'again'),
  minutes: fc.integer({ min: 1, max: 900 }),
  which: fc.nat({ max: 100 }),
  teamId: fc.constantFrom('repair', 'women'),
  title: fc.constantFrom('陪诊', '修水管', '扫楼道'),
  projectId: fc.option(fc.constantFrom('help', 'study'), { nil: undefined }),
  // most about the end of November, others in the months around it
  day: fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 6, max: 8 }) },
    { weight: 1, arbitrary: fc.integer({ min: -30, max: 60 }) },
  ),
  minute: fc.nat({ max: 1439 }),
})
export type Move = typeof move extends fc.Arbitrary<infer Value> ? Value : never

export function runMove(ledger: Ledger, move: Move, at: number, memberId = 'm_li'): void {
  const { what, minutes, which, teamId, title, projectId, day, minute } = move
  const servedFrom = mondayNine + day * dayMs + minute * minuteMs
  const credit = {
    ...({ effect: 'credit', minutes, teamId, title, servedFrom, memberId } as const),
    servedTo: servedFrom + minutes * minuteMs,
    ...(projectId !== undefined && { projectId }),
    // a team may be called something else later, and old lines name none
    ...(at % 3 > 0 && { teamName: `${teamId} ${at % 5}` }),
  }
  if (what === 'serve') ledger.credit({ ...credit, source: `booking:${at}` })
  if (what === 'honour')
    ledger.credit({ ...credit, kind: 'honour', source: `honour:${at}`, servedTo: servedFrom })
  const before = ledger.credits[which % Math.max(ledger.credits.length, 1)]
  if (what === 'again' && before) ledger.credit(before)
  if (what === 'reverse') ledger.reverse(which, at)
}
