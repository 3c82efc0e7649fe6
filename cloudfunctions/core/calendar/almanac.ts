import { LunarDay, LunarMonth, SolarDay, SolarTerm } from 'tyme4ts'
import type { Falls } from '#contract/shared/activityTemplate'
import type { Day, Instant } from '#contract/shared/scalars'
import { dayMs } from '#contract/shared/time'
import { dayOf, instantOf } from '#contract/shared/wallClock'

/**
 * A day of the lunar calendar; `leap`: it is in the leap month, which follows the month of the same number.
 */
export interface LunarDate {
  year: number
  month: number
  day: number
  leap: boolean
}

const dayFrom = (year: number, month: number, day: number): Day =>
  [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-')

function solarOf(day: Day): SolarDay {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return SolarDay.fromYmd(year, month, date)
}

const dayOfSolar = (solar: SolarDay): Day => dayFrom(solar.getYear(), solar.getMonth(), solar.getDay())

export function lunarOf(day: Day): LunarDate {
  const lunar = solarOf(day).getLunarDay()
  const month = lunar.getMonth()
  return { year: lunar.getYear(), month: Math.abs(month), day: lunar.getDay(), leap: month < 0 }
}

/** Reckoning a day takes longer than all else of a card, and a list names the same few days. */
const reckoned = new Map<string, string>()
const mostReckoned = 1000

/** What people call the day, such as `九月初九`, `腊月廿六`. */
export const lunarWords = (day: Day): string =>
  reckonedOnce(day, () => {
    const lunar = solarOf(day).getLunarDay()
    return lunar.getLunarMonth().getName().replace('十二月', '腊月') + lunar.getName()
  })

function reckonedOnce(asked: string, reckon: () => string): string {
  const known = reckoned.get(asked)
  if (known !== undefined) return known
  const words = reckon()
  if (reckoned.size >= mostReckoned) reckoned.clear()
  reckoned.set(asked, words)
  return words
}

/**
 * The day of an ordinary lunar month in a lunar year; leap months hold no festivals, since they would come
 * twice. Day 30 of a month of 29 days is its last day.
 */
export function dayOfLunar(year: number, month: number, day: number): Day {
  const last = LunarMonth.fromYm(year, month).getDayCount()
  return dayOfSolar(LunarDay.fromYmd(year, month, Math.min(day, last)).getSolarDay())
}

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()
const within = (year: number, month: number, day: number): Day =>
  dayFrom(year, month, Math.min(day, daysIn(year, month)))

/** How many days `to` is after `from`; negative if it is before. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs)
export const addDays = (day: Day, days: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10)

/** Every day in and around a year on which the activity falls, in order; for rules by year or month. */
function aroundYear(falls: Exclude<Falls, { on: 'weekday' }>, year: number): Day[] {
  const years = [year - 1, year, year + 1]
  switch (falls.on) {
    case 'lunar':
      return years.map((each) => dayOfLunar(each, falls.month, falls.day))
    case 'solar':
      return years.map((each) => within(each, falls.month, falls.day))
    case 'term':
      // the library counts a year's solar terms from the winter solstice before the year
      return [...years, year + 2].map((each) =>
        dayOfSolar(SolarTerm.fromIndex(each, falls.term).getJulianDay().getSolarDay()),
      )
    case 'monthDay':
      return years.flatMap((each) =>
        Array.from({ length: 12 }, (_, month) => within(each, month + 1, falls.day)),
      )
  }
}

/** The first day on or after `from` that the rule names. */
export function nextDay(falls: Falls, from: Day): Day {
  if (falls.on === 'weekday') {
    const weekday = new Date(`${from}T00:00:00Z`).getUTCDay()
    return addDays(from, (falls.weekday - weekday + 7) % 7)
  }
  const found = aroundYear(falls, Number(from.slice(0, 4))).find((day) => day >= from)
  if (found === undefined) throw new Error(`nothing falls after ${from}`)
  return found
}

/** The same day, but not today where the time of day (`HH:mm`) is over. */
export function nextDayToBegin(falls: Falls, begins: string, from: Day, now: Instant): Day {
  const day = nextDay(falls, from)
  const begun = day === dayOf(now) && (instantOf(day, begins) ?? now) <= now
  return begun ? nextDay(falls, addDays(day, 1)) : day
}

/** Whether the rule names a day of the calendar, as a festival does, and not a weekday or a day of every month. */
export const isFestive = ({ on }: Falls): boolean => on === 'lunar' || on === 'solar' || on === 'term'

/** The festival's day in the words of the lunar calendar; undefined on any other day. */
export function festiveWords(falls: Falls, day: Day): string | undefined {
  if (!isFestive(falls)) return undefined
  const words = reckonedOnce(`${JSON.stringify(falls)} ${day}`, () =>
    nextDay(falls, day) === day ? lunarWords(day) : '',
  )
  return words || undefined
}

/** The day that the rule names nearest to another day; of two equally near, the earlier. */
export function nearestDay(falls: Falls, day: Day): Day {
  // two such days are never further apart than a lunar year with a leap month
  let before = nextDay(falls, addDays(day, -400))
  for (;;) {
    const after = nextDay(falls, addDays(before, 1))
    if (after > day) return daysBetween(before, day) <= daysBetween(day, after) ? before : after
    before = after
  }
}
