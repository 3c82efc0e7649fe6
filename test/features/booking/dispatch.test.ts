import type { Community } from '#contract/community'
import { filterWords, withoutPast } from '#features/booking/hall/hallFilter'
import { settledMinutes } from '#features/booking/lead/settledMinutes'
import { dayMs, hourMs, mondayNine } from '#support/time'
import { matchWords } from '#text/booking/match'

describe('a match in words', () => {
  it('says to a volunteer why a booking fits them', () => {
    const reasons = [
      { reason: 'same_estate' as const },
      { reason: 'skill' as const, skill: '修水管' },
      { reason: 'week_free' as const },
    ]
    const words = (from: number) => matchWords(reasons, 'mine', from, mondayNine)
    expect(words(mondayNine + 6 * dayMs)).toBe('同一小区 · 会修水管 · 本周还没排班')
    expect(words(mondayNine + 7 * dayMs)).toBe('同一小区 · 会修水管 · 下周还没排班')
    expect(words(mondayNine + 14 * dayMs)).toBe('同一小区 · 会修水管 · 那一周还没排班')
  })
  it.each([
    [{ reason: 'skill', skill: '水电' }, '懂水电'],
    [{ reason: 'licence', licence: '电工证' }, '有电工证'],
    [{ reason: 'licence_missing', licence: '电工证' }, '没有登记电工证'],
    [{ reason: 'week_load', count: 3 }, '本周已有 3 件事'],
    [{ reason: 'at_risk' }, ''],
    [{ reason: 'clash' }, '那个时间有别的安排'],
    [{ reason: 'gave_back' }, '说过来不了'],
  ] as const)('%j: %s', (reason, words) => {
    expect(matchWords([reason], 'theirs', mondayNine, mondayNine)).toBe(words)
  })
})

describe('settled minutes', () => {
  it.each([
    ['60', 60],
    [' 0 ', 0],
    ['61', undefined],
    ['-5', undefined],
    ['半小时', undefined],
    ['', undefined],
    ['59.5', undefined],
  ])('「%s」 of sixty planned: %s', (written, minutes) => {
    expect(settledMinutes(written, 60)).toBe(minutes)
  })
})

describe('the hall’s filter', () => {
  const community = {
    estates: [{ estateId: 'huochai', name: '火柴新村', buildings: [] }],
    services: [
      {
        service: 'repair',
        title: '上门维修',
        teamId: 'repair',
        kinds: [{ kind: 'lock', title: '门锁门窗' }],
      },
    ],
  } as unknown as Community
  const now = mondayNine
  it('is said the way it would be spoken', () => {
    const filter = { day: '2026-11-24', estateId: 'huochai', kind: 'lock' }
    expect(filterWords(filter, community, ['repair'], now)).toEqual(['明天', '火柴新村', '门锁门窗'])
    expect(filterWords({ kind: 'gone' }, community, ['repair'], now)).toEqual([])
  })
  it('forgets a day that is over, and keeps the rest', () => {
    expect(withoutPast({ day: '2026-11-23', kind: 'lock' }, now)).toEqual({ day: '2026-11-23', kind: 'lock' })
    expect(withoutPast({ day: '2026-11-23', kind: 'lock' }, now + dayMs)).toEqual({ kind: 'lock' })
    expect(withoutPast({ day: '2026-11-23' }, now + 14 * hourMs)).toEqual({ day: '2026-11-23' })
  })
})
