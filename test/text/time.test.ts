import { dayOf, instantOf } from '#contract/shared/wallClock'
import {
  clockSpanWords,
  clockWords,
  countdownWords,
  datedWindowWords,
  dateWords,
  daysWords,
  dayWords,
  durationWords,
  hourOf,
  momentWords,
  windowWords,
} from '#text/shared/time'

const at = (day: string, time: string) => Date.parse(`${day}T${time}:00+08:00`)
const now = at('2026-11-23', '18:00')

describe('Time in words', () => {
  it.each([
    ['2026-11-22', '昨天'],
    ['2026-11-23', '今天'],
    ['2026-11-24', '明天'],
    ['2026-11-25', '后天'],
    ['2026-11-26', '11月26日 周四'],
    ['2026-11-21', '11月21日 周六'],
    ['2027-01-01', '2027年1月1日 周五'],
  ])('calls %s, seen on 2026-11-23, %s', (day, words) => {
    expect(dayWords(at(day, '09:00'), now)).toBe(words)
  })

  it('names the days of a series, and a year where it changes', () => {
    const days = ['2026-12-22', '2026-12-29', '2027-01-05', '2027-01-12'].map((day) => at(day, '10:00'))
    expect(daysWords(days, now)).toBe('12月22日、12月29日、2027年1月5日、1月12日')
    expect(daysWords(days.slice(2), now)).toBe('2027年1月5日、1月12日')
  })

  it.each([
    ['the first minute of tomorrow', at('2026-11-24', '00:00'), '明天 0:00'],
    ['the last minute of today', at('2026-11-23', '23:59'), '今天 23:59'],
  ])('turns the day at midnight in Chongqing: %s', (_, instant, words) => {
    expect(momentWords(instant, now)).toBe(words)
  })

  it('does not depend on the zone of the phone', () => {
    expect(clockWords(Date.UTC(2026, 10, 23, 1, 5))).toBe('9:05')
    expect(hourOf(Date.UTC(2026, 10, 23, 16, 0))).toBe(0)
    expect(dateWords(Date.UTC(2026, 10, 23, 16, 0))).toBe('11月24日 周二')
    expect(dayOf(Date.UTC(2026, 10, 23, 16, 0))).toBe('2026-11-24')
  })

  it('names the day of a window once where it ends on the same day', () => {
    const window = { from: at('2026-11-25', '09:00'), to: at('2026-11-25', '11:00') }
    expect(windowWords(window, now)).toBe('后天 9:00–11:00')
  })

  it.each([
    ['2026-11-24', '11月24日 周二（明天）9:00–11:00'],
    ['2026-11-28', '11月28日 周六 9:00–11:00'],
    ['2027-01-07', '2027年1月7日 周四 9:00–11:00'],
  ])('names a near day with its date, any other by its date once: %s', (day, words) => {
    expect(datedWindowWords({ from: at(day, '09:00'), to: at(day, '11:00') }, now)).toBe(words)
  })

  it.each([
    [at('2026-11-30', '02:00'), '22:00–次日02:00'],
    [at('2026-11-30', '00:00'), '22:00–次日00:00'],
    [at('2026-12-01', '01:30'), '22:00–12月1日 周二 1:30'],
  ])('says 次日 of an end on the day after the start, and names a later day: %i %s', (to, clocks) => {
    const window = { from: at('2026-11-29', '22:00'), to }
    expect(clockSpanWords(window)).toBe(clocks)
    expect(windowWords(window, now)).toBe(`11月29日 周日 ${clocks}`)
  })

  it('keeps the near day of a window over midnight beside its date', () => {
    const window = { from: at('2026-11-24', '22:00'), to: at('2026-11-25', '01:30') }
    expect(windowWords(window, now)).toBe('明天 22:00–次日01:30')
    expect(datedWindowWords(window, now)).toBe('11月24日 周二（明天）22:00–次日01:30')
  })

  it.each([
    [0, '0 分钟'],
    [59, '59 分钟'],
    [60, '1 小时'],
    [125, '2 小时 5 分钟'],
  ])('says %i minutes as %s', (minutes, words) => {
    expect(durationWords(minutes)).toBe(words)
  })

  it.each([
    [-1, '0:00'],
    [1, '0:01'],
    [60_000, '1:00'],
    [299_001, '5:00'],
  ])('counts %i ms down as %s', (ms, words) => {
    expect(countdownWords(ms)).toBe(words)
  })
})

describe('A day and a time as one types them', () => {
  it('are an instant at +08:00', () => {
    expect(instantOf('2026-11-25', '09:30')).toBe(at('2026-11-25', '09:30'))
  })

  it.each([
    ['', '09:30'],
    ['2026-11-25', ''],
    ['25.11.2026', '09:30'],
  ])('are nothing while one is missing: %j %j', (day, time) => {
    expect(instantOf(day, time)).toBeUndefined()
  })
})
