import fc from 'fast-check'
import * as v from 'valibot'
import { activityTemplate } from '#contract/shared/activityTemplate'
import { defaultTemplates } from '#contract/shared/defaultTemplates'
import { instantOf } from '#contract/shared/wallClock'
import {
  addDays,
  dayOfLunar,
  daysBetween,
  festiveWords,
  lunarOf,
  lunarWords,
  nearestDay,
  nextDay,
  nextDayToBegin,
} from '#core/calendar/almanac'

const fallsOf = (template: string) => {
  const found = defaultTemplates.find((each) => each.template === template)
  if (!found) throw new Error(`no template ${template}`)
  return found.falls
}

/** The days are from printed calendars, not from the library. */
const calendar: [template: string, year: number, day: string][] = [
  ['lantern', 2023, '2023-02-05'],
  ['lantern', 2024, '2024-02-24'],
  ['lantern', 2026, '2026-03-03'],
  ['dragon_boat', 2020, '2020-06-25'],
  ['dragon_boat', 2023, '2023-06-22'],
  ['dragon_boat', 2024, '2024-06-10'],
  ['dragon_boat', 2025, '2025-05-31'],
  ['dragon_boat', 2028, '2028-05-28'],
  ['mid_autumn', 2020, '2020-10-01'],
  ['mid_autumn', 2023, '2023-09-29'],
  ['mid_autumn', 2025, '2025-10-06'],
  ['mid_autumn', 2026, '2026-09-25'],
  ['double_ninth', 2020, '2020-10-25'],
  ['double_ninth', 2025, '2025-10-29'],
  ['double_ninth', 2026, '2026-10-18'],
  ['double_ninth', 2033, '2033-10-01'],
  ['winter_solstice', 2024, '2024-12-21'],
  ['winter_solstice', 2026, '2026-12-22'],
  ['new_year_feast', 2025, '2025-01-25'],
  ['new_year_feast', 2026, '2026-02-13'],
  ['new_year_feast', 2034, '2034-02-14'],
]

describe('the day a template falls on', () => {
  it.each(calendar)('%s of %i', (template, year, day) => {
    expect(nextDay(fallsOf(template), `${year}-01-01`)).toBe(day)
    expect(nextDay(fallsOf(template), day)).toBe(day)
  })

  it('comes once in a year that has its month twice', () => {
    // 2020 had a leap fourth month, 2023 a leap second, 2025 a leap sixth, 2028 a leap fifth
    for (const [year, month, ordinary] of [
      [2020, 4, '2020-05-07'],
      [2023, 2, '2023-03-06'],
      [2025, 6, '2025-07-09'],
      [2028, 5, '2028-06-07'],
    ] as const) {
      const falls = { on: 'lunar', month, day: 15 } as const
      const first = nextDay(falls, `${year}-01-01`)
      expect(first).toBe(ordinary)
      expect(nextDay(falls, addDays(first, 1)).slice(0, 4)).toBe(String(year + 1))
    }
  })

  it('is the month’s last where the month is shorter', () => {
    expect(nextDay({ on: 'lunar', month: 12, day: 30 }, '2025-01-01')).toBe('2025-01-28')
    expect(nextDay({ on: 'solar', month: 2, day: 29 }, '2026-01-01')).toBe('2026-02-28')
    expect(nextDay({ on: 'monthDay', day: 31 }, '2026-04-01')).toBe('2026-04-30')
    expect(nextDay({ on: 'monthDay', day: 20 }, '2026-12-21')).toBe('2027-01-20')
  })

  it('is the next such day of the week', () => {
    expect(nextDay({ on: 'weekday', weekday: 6 }, '2026-11-24')).toBe('2026-11-28')
    expect(nextDay({ on: 'weekday', weekday: 2 }, '2026-11-24')).toBe('2026-11-24')
  })

  const anyDay = fc.integer({ min: 0, max: 30_000 }).map((days) => addDays('1990-01-01', days))
  const anyFalls = fc.constantFrom(...defaultTemplates.map(({ falls }) => falls))

  it('is the first such day, and never before the day asked from', () => {
    fc.assert(
      fc.property(anyFalls, anyDay, (falls, from) => {
        const day = nextDay(falls, from)
        expect(day >= from).toBe(true)
        for (const between of [from, addDays(day, -1)])
          if (between >= from && between < day) expect(nextDay(falls, between)).toBe(day)
      }),
      { numRuns: 300 },
    )
  })

  it('finds the festival an activity was held around', () => {
    expect(nearestDay(fallsOf('dragon_boat'), '2025-05-30')).toBe('2025-05-31')
    expect(nearestDay(fallsOf('dragon_boat'), '2025-06-03')).toBe('2025-05-31')
    expect(nearestDay(fallsOf('new_year_feast'), '2026-02-10')).toBe('2026-02-13')
    fc.assert(
      fc.property(anyFalls, anyDay, (falls, day) => {
        const near = Math.abs(daysBetween(day, nearestDay(falls, day)))
        expect(near).toBeLessThanOrEqual(daysBetween(day, nextDay(falls, day)))
      }),
      { numRuns: 100 },
    )
  })
})

describe('a day that is proposed', () => {
  const monday = { on: 'weekday', weekday: 1 } as const
  const at = (time: string) => instantOf('2026-11-30', time) ?? 0

  it.each([
    ['today, before it would begin', '2026-11-30', '08:59', '2026-11-30'],
    ['a week later, once it would have begun', '2026-11-30', '09:00', '2026-12-07'],
    ['the day that was asked for', '2026-12-01', '09:36', '2026-12-07'],
    ['a day of the past, where that was asked for', '2026-11-23', '09:36', '2026-11-23'],
  ])('is %s', (_, from, time, day) => {
    expect(nextDayToBegin(monday, '09:00', from, at(time))).toBe(day)
  })
})

describe('the lunar calendar', () => {
  it('names a day as people do', () => {
    expect(lunarWords('2026-10-18')).toBe('九月初九')
    expect(lunarWords('2026-03-03')).toBe('正月十五')
    expect(lunarWords('2025-08-08')).toBe('闰六月十五')
    expect(lunarWords('2026-02-13')).toBe('腊月廿六')
  })

  it('names a festival on its own day alone', () => {
    const solstice = { on: 'term', term: 0 } as const
    expect(festiveWords(solstice, '2026-12-22')).toBe('十一月十四')
    expect(festiveWords(solstice, '2026-12-21')).toBeUndefined()
    expect(festiveWords({ on: 'lunar', month: 9, day: 9 }, '2026-10-18')).toBe('九月初九')
    expect(festiveWords({ on: 'solar', month: 6, day: 1 }, '2026-06-01')).toBe('四月十六')
    expect(festiveWords({ on: 'weekday', weekday: 0 }, '2026-10-18')).toBeUndefined()
  })

  it('goes there and back on every day that is in no leap month', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 50_000 }), (days) => {
        const day = addDays('1930-01-01', days)
        const { year, month, day: date, leap } = lunarOf(day)
        if (!leap) expect(dayOfLunar(year, month, date)).toBe(day)
        else expect(dayOfLunar(year, month, date) < day).toBe(true)
      }),
    )
  })
})

it('ships templates that an administrator could have written', () => {
  for (const template of defaultTemplates) expect(v.safeParse(activityTemplate, template).success).toBe(true)
  expect(new Set(defaultTemplates.map(({ template }) => template)).size).toBe(defaultTemplates.length)
})
