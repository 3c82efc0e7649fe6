import fc from 'fast-check'
import type { CreditEffect, WordEffect } from '#core/change/effect'
import { decideHonour, decidePropose, type Honour, newHonour, wordWindow } from '#core/hours/honour'
import { nextEntry } from '#core/hours/ledger'
import { countedOnce, unionMinutes } from '#core/hours/union'
import { decideAddToShift, decideShiftPassing, decideShiftWord, newShiftPlace } from '#core/shift/shiftPlace'
import { commandAt, no, yes } from '#support/commands'
import { aShift, limits, signedUp } from '#support/shifts'
import { dayMs, hourMs, minuteMs, mondayNine } from '#support/time'

const planned = { from: mondayNine, to: mondayNine + 2 * hourMs }
const after = planned.to + hourMs

describe('the time that is said', () => {
  it.each<[string, Parameters<typeof wordWindow>[0], number, ReturnType<typeof wordWindow>]>([
    [
      'minutes count from the planned beginning',
      { minutes: 90 },
      after,
      { from: planned.from, to: planned.from + 90 * minuteMs },
    ],
    ['two times', { from: planned.from, to: planned.to }, after, planned],
    [
      'the overrun',
      { from: planned.from, to: planned.to + hourMs },
      after,
      { from: planned.from, to: planned.to + hourMs },
    ],
    ['beyond it', { from: planned.from, to: planned.to + hourMs + 1 }, after + 1, 'word_beyond'],
    ['long before it', { from: planned.from - hourMs, to: planned.to }, after, 'word_beyond'],
    ['an end before the beginning', { from: planned.to, to: planned.from }, after, 'word_beyond'],
    ['what is not over', { from: planned.from, to: planned.to }, planned.to - 1, 'word_early'],
    ['what was long ago', { minutes: 90 }, planned.to + 7 * dayMs + 1, 'word_late'],
  ])('%s', (_, said, now, expected) => expect(wordWindow(said, planned, now, limits)).toEqual(expected))
})

const chen = { _id: 'm_chen', name: '陈队长' }
const feng = { _id: 'm_feng', name: '冯队长' }
const word = { about: 'shift' as const, id: 'sh_1', title: '元宵节猜灯谜·签到引导', ...planned }
const proposal = (memberId = 'm_zhao'): Honour =>
  newHonour(
    {
      ...{ _id: 'ho_1', communityId: 'tubengkan', memberId, memberName: '赵师傅', teamId: 'women' },
      ...{ kind: 'word', word, minutes: 120, reason: '手机没电' },
    },
    chen,
    commandAt(after),
  )

describe('two words', () => {
  const proposed = () => yes(decidePropose(proposal(), commandAt(after), proposal()))
  it('of two people, neither of whom gets the minutes', () => {
    expect(no(decidePropose(proposal('m_chen'), commandAt(after), proposal('m_chen')))).toBe('own_hours')
    for (const by of [chen, { _id: 'm_zhao', name: '赵师傅' }])
      expect(no(decideHonour(proposed(), commandAt(after), by, { accept: true }))).toBe('second_word')
    const next = yes(decideHonour(proposed(), commandAt(after), feng, { accept: true }))
    expect(next.pending.at(-1)).toMatchObject({
      effect: 'word',
      proposedById: 'm_chen',
      byId: 'm_feng',
      ...planned,
    })
  })
  it('a service is proposed once at a time, and again where it was declined', () => {
    expect(no(decidePropose(proposed(), commandAt(after), proposal()))).toBe('word_said')
    const declined = yes(
      decideHonour(proposed(), commandAt(after), feng, { accept: false, reason: '没有看到他' }),
    )
    expect(yes(decidePropose(declined, commandAt(after), proposal())).state).toBe('proposed')
    const approved = yes(decideHonour(proposed(), commandAt(after), feng, { accept: true }))
    expect(no(decidePropose(approved, commandAt(after), proposal()))).toBe('word_moot')
  })
})

const effect: WordEffect = {
  ...{ effect: 'word', cause: 'c', about: 'shift', id: 'sh_1', memberId: 'm_zhao', memberName: '赵师傅' },
  ...{ ...planned, reason: '手机没电', proposedById: 'm_chen', byId: 'm_feng' },
}

describe('a place at a shift', () => {
  it('is credited with both who said so, as recorded hours and under the source a code would have', () => {
    const next = yes(decideShiftWord(signedUp(), commandAt(after), effect, limits))
    expect(next).toMatchObject({ state: 'credited', minutes: 120, checkedOut: { how: 'word' } })
    const credit = next.pending.find((owed): owed is CreditEffect => owed.effect === 'credit')
    expect(credit).toMatchObject({ source: 'shift:sh_1:m_zhao', proposedById: 'm_chen', byId: 'm_feng' })
    expect(credit?.kind).toBeUndefined()
  })
  it('that a code has served meanwhile stays as it is', () => {
    const served = { ...signedUp(), state: 'in_service' as const }
    expect(decideShiftWord(served, commandAt(after), effect, limits)).toEqual({ next: served })
  })
  it('that was added after the shift and got no word goes without a reproach', () => {
    const shift = aShift()
    const added = yes(decideAddToShift(newShiftPlace(shift, chen), shift, commandAt(after), 'm_feng', limits))
    expect(added).toMatchObject({ state: 'confirmed', added: { byId: 'm_feng', late: true } })
    const gone = decideShiftPassing(added, commandAt(planned.to + 7 * dayMs), limits)
    expect(gone?.next?.state).toBe('withdrawn')
    expect(gone?.next?.pending.map((owed) => ('kind' in owed ? owed.kind : owed.effect))).not.toContain(
      'shift_missed',
    )
  })
})

it('minutes by code and by word never count a minute twice, in whatever order they come', () => {
  const span = fc.record({
    start: fc.integer({ min: 0, max: 600 }),
    long: fc.integer({ min: 5, max: 240 }),
    byWord: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(span, { minLength: 1, maxLength: 8 }), (spans) => {
      const lines: ReturnType<typeof nextEntry>[] = []
      for (const [index, { start, long, byWord }] of spans.entries()) {
        const servedFrom = mondayNine + start * minuteMs
        const credit: CreditEffect = {
          ...{
            effect: 'credit',
            memberId: 'm_zhao',
            source: `shift:${index}:m_zhao`,
            minutes: long,
            teamId: 'patrol',
          },
          ...{ title: '巡逻', servedFrom, servedTo: servedFrom + long * minuteMs },
          ...(byWord && { proposedById: 'm_chen', byId: 'm_feng', reason: '手机没电' }),
        }
        lines.push(nextEntry(lines.at(-1), countedOnce(credit, lines), 'tubengkan', servedFrom))
      }
      const served = lines.map(({ servedFrom: from, servedTo: to }) => ({ from, to }))
      expect(lines.at(-1)?.totals.recordedMinutes).toBe(unionMinutes(served))
    }),
    { numRuns: 200 },
  )
})
