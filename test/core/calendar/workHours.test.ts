import fc from 'fast-check'
import { instantOf, wallClock } from '#contract/shared/wallClock'
import { defaultWorkCalendar, type WorkCalendar } from '#contract/shared/workCalendar'
import {
  afterWorkMinutes,
  isWorkday,
  knowsHolidaysOf,
  unknownHolidays,
  workMinutesBetween,
} from '#core/calendar/workHours'

const at = (words: string) => instantOf(words.slice(0, 10), words.slice(11)) as number
const said = (instant: number) => wallClock(instant).format('YYYY-MM-DD HH:mm')
const calendar = defaultWorkCalendar
const hour = 60

/** Counted by hand with the State Council's calendars of 2025 and 2026; a working day is 09–12 and 14–18. */
const cases: [why: string, from: string, minutes: number, to: string][] = [
  ['inside a morning', '2026-11-23 09:00', hour, '2026-11-23 10:00'],
  ['over the noon break', '2026-11-23 11:30', hour, '2026-11-23 14:30'],
  ['to the very end of a morning', '2026-11-23 11:00', hour, '2026-11-23 12:00'],
  ['from the noon break', '2026-11-23 12:00', 1, '2026-11-23 14:01'],
  ['from midnight', '2026-11-23 00:00', hour / 2, '2026-11-23 09:30'],
  ['over a night', '2026-11-23 17:00', 2 * hour, '2026-11-24 10:00'],
  ['over a weekend', '2026-11-27 17:00', 2 * hour, '2026-11-30 10:00'],
  ['a whole day, filed on a Saturday', '2026-11-28 10:00', 7 * hour, '2026-11-30 18:00'],
  ['a Saturday made up before Spring Festival', '2026-02-13 17:00', 2 * hour, '2026-02-14 10:00'],
  ['over Spring Festival', '2026-02-14 17:00', 2 * hour, '2026-02-24 10:00'],
  ['filed on New Year’s Eve', '2026-02-16 10:00', hour, '2026-02-24 10:00'],
  ['two days, with the festival between', '2026-02-14 09:00', 14 * hour, '2026-02-24 18:00'],
  ['into the Saturday made up after Spring Festival', '2026-02-27 17:30', hour, '2026-02-28 09:30'],
  ['out of that Saturday', '2026-02-28 17:30', hour, '2026-03-02 09:30'],
  ['over Mid-Autumn', '2026-09-24 17:00', 2 * hour, '2026-09-28 10:00'],
  ['a Sunday made up before National Day', '2026-09-19 10:00', hour, '2026-09-20 10:00'],
  ['over National Day', '2026-09-30 16:00', 3 * hour, '2026-10-08 10:00'],
  ['the Saturday made up after National Day', '2026-10-09 17:00', 8 * hour, '2026-10-10 18:00'],
  ['out of that Saturday', '2026-10-10 17:00', 2 * hour, '2026-10-12 10:00'],
  ['over Spring Festival of 2025', '2025-01-27 14:00', 7 * hour, '2025-02-05 12:00'],
  ['the Sunday made up in January 2025', '2025-01-25 23:59', 1, '2025-01-26 09:01'],
  ['over National Day and Mid-Autumn of 2025', '2025-09-30 18:00', hour, '2025-10-09 10:00'],
  ['the Saturday made up in October 2025', '2025-10-10 17:59', 2, '2025-10-11 09:01'],
]

test.each(cases)('a deadline %s: from %s, %d working minutes end at %s', (_, from, minutes, to) => {
  expect(said(afterWorkMinutes(at(from), minutes, calendar))).toBe(to)
  expect(workMinutesBetween(at(from), at(to), calendar)).toBe(minutes)
})

test('the administrator’s days off and days made up count before the library’s', () => {
  const own: WorkCalendar = { ...calendar, daysOff: ['2026-11-24'], workdays: ['2026-11-28'] }
  expect(said(afterWorkMinutes(at('2026-11-23 17:00'), 2 * hour, own))).toBe('2026-11-25 10:00')
  expect(said(afterWorkMinutes(at('2026-11-27 17:00'), 2 * hour, own))).toBe('2026-11-28 10:00')
  expect(isWorkday('2026-11-24', own)).toBe(false)
})

test('a year whose holidays the library does not know has its weekends only, and says so', () => {
  expect(knowsHolidaysOf(2026)).toBe(true)
  expect(knowsHolidaysOf(2040)).toBe(false)
  expect(isWorkday('2040-10-01', calendar)).toBe(true)
  expect(isWorkday('2040-10-06', calendar)).toBe(false)
})

test('a coming year whose holidays are unknown is named until somebody enters them', () => {
  const far = at('2040-11-20 10:00')
  expect(unknownHolidays(far, calendar)).toEqual([2040, 2041])
  expect(unknownHolidays(far, { ...calendar, daysOff: ['2041-02-01', '2040-10-01'] })).toEqual([])
  expect(unknownHolidays(at('2026-06-01 10:00'), calendar)).toEqual([])
})

test('a calendar without a working day is a mistake and ends', () => {
  const none: WorkCalendar = { ...calendar, hours: [] }
  expect(() => afterWorkMinutes(at('2026-11-23 09:00'), 1, none)).toThrow('no working time')
})

test('the working minutes between a start and its deadline are those that were asked for, and fewer minutes never end later', () => {
  const instant = fc.integer({ min: at('2025-01-01 00:00') / 60_000, max: at('2026-12-01 00:00') / 60_000 })
  fc.assert(
    fc.property(
      instant,
      fc.integer({ min: 1, max: 100 * hour }),
      fc.integer({ min: 0, max: 100 * hour }),
      (m, a, b) => {
        const from = m * 60_000
        const first = afterWorkMinutes(from, a, calendar)
        expect(workMinutesBetween(from, first, calendar)).toBe(a)
        const both = afterWorkMinutes(from, a + b, calendar)
        expect(both).toBeGreaterThanOrEqual(first)
        if (b > 0) expect(afterWorkMinutes(first, b, calendar)).toBe(both)
      },
    ),
    { numRuns: 300 },
  )
})

/** The State Council's calendar of 2026, copied by hand: [from, to] of each holiday, and the days made up for it. */
const holidays2026 = [
  ['2026-01-01', '2026-01-03'],
  ['2026-02-15', '2026-02-23'],
  ['2026-04-04', '2026-04-06'],
  ['2026-05-01', '2026-05-05'],
  ['2026-06-19', '2026-06-21'],
  ['2026-09-25', '2026-09-27'],
  ['2026-10-01', '2026-10-07'],
] as const
const madeUp2026 = ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10']

function worksOn(day: string, weekday: number): boolean {
  if (madeUp2026.includes(day)) return true
  if (holidays2026.some(([from, to]) => from <= day && day <= to)) return false
  return weekday !== 0 && weekday !== 6
}

/** Counts working minutes one by one by the wall clock, as a second and simple implementation. */
function walked(from: number, minutes: number): number {
  let left = minutes
  let now = from
  while (left > 0) {
    const clock = wallClock(now)
    const minute = clock.hour() * 60 + clock.minute()
    const inHours = (minute >= 9 * 60 && minute < 12 * 60) || (minute >= 14 * 60 && minute < 18 * 60)
    if (inHours && worksOn(clock.format('YYYY-MM-DD'), clock.day())) left -= 1
    now += 60_000
  }
  return now
}

test('a deadline is where a walk minute by minute through the year ends, over weekends, holidays and midnights', () => {
  const minute = fc.integer({ min: at('2026-01-01 00:00') / 60_000, max: at('2026-11-30 00:00') / 60_000 })
  // The weeks around Spring Festival and National Day come more often than the rest.
  const near = (day: string) =>
    fc.integer({ min: -6 * 24 * 60, max: 14 * 24 * 60 }).map((m) => at(day) / 60_000 + m)
  const from = fc.oneof(minute, near('2026-02-14 00:00'), near('2026-09-25 00:00'))
  fc.assert(
    fc.property(from, fc.integer({ min: 1, max: 20 * hour }), (m, minutes) => {
      expect(said(afterWorkMinutes(m * 60_000, minutes, calendar))).toBe(said(walked(m * 60_000, minutes)))
    }),
    { numRuns: 60 },
  )
})
