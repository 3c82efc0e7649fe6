import type { Birth } from '#contract/shared/birth'
import type { Day } from '#contract/shared/scalars'
import { dayOfLunar, lunarOf } from '#core/calendar/almanac'
import { ageOn } from './birthday'

/** The age of an adult (民法典 17), and the least age of a volunteer (志愿服务条例). */
export const adultAge = 18
export const volunteerAge = 14

/** No person has lived longer; an earlier birthday is a typing error. */
const oldestAge = 130

/**
 * The solar day somebody was born on; undefined where the calendar has no such day. A lunar day means the
 * ordinary month; a person born in a leap month gives the solar day.
 */
export function solarDayOf({ day, calendar }: Birth): Day | undefined {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  if (calendar === 'solar')
    return new Date(Date.UTC(year, month - 1, date)).toISOString().startsWith(day) ? day : undefined
  const solar = dayOfLunar(year, month, date)
  return lunarOf(solar).day === date ? solar : undefined
}

/**
 * Whole years on a day, both at +08:00. A year is full on the birthday itself; for somebody born on 29
 * February, on 1 March of other years. Undefined for a day that no calendar has, that is in the future, or
 * that is too long ago.
 */
export function ageFrom(birth: Birth, today: Day): number | undefined {
  const born = solarDayOf(birth)
  if (born === undefined || born > today) return undefined
  const age = ageOn({ day: born, calendar: 'solar' }, today)
  return age > oldestAge ? undefined : age
}
