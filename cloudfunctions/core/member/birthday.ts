import type { Day } from '#contract/shared/scalars'
import { addDays, dayOfLunar, lunarOf, lunarWords } from '#core/calendar/almanac'

/** A birthday as the person gave it, in the calendar it names. */
export interface KnownBirth {
  day: Day
  calendar: 'solar' | 'lunar'
}

const numbersOf = ({ day }: KnownBirth): [year: number, month: number, date: number] => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return [year, month, date]
}
const two = (number: number): string => String(number).padStart(2, '0')

/**
 * The key stored beside a sealed birthday, such as `lunar:05`; by it a month's birthdays are found without
 * opening all of them.
 */
export const birthMonthKey = ({ day, calendar }: KnownBirth): string => `${calendar}:${day.slice(5, 7)}`

/** Every day of a solar month, `YYYY-MM`. */
function daysOf(month: string): Day[] {
  const days: Day[] = []
  for (let day = `${month}-01`; day.startsWith(month); day = addDays(day, 1)) days.push(day)
  return days
}

/**
 * The keys under which a solar month's birthdays may be stored: its own, and those of the lunar months it
 * touches.
 */
export function monthKeys(month: string): string[] {
  const lunar = daysOf(month)
    .map(lunarOf)
    .flatMap((date) => (date.leap ? [] : [`lunar:${two(date.month)}`]))
  return [`solar:${month.slice(5)}`, ...new Set(lunar)]
}

/**
 * The birthday in a solar month and the age reached on it; undefined when it falls in another month. 29
 * February falls on the 28th of other years. A person born in a leap month has the birthday in the ordinary
 * month of that number, as is usual; a leap month never brings a second birthday.
 */
export function birthdayIn(
  birth: KnownBirth,
  month: string,
): { day: Day; turns: number; lunar?: string } | undefined {
  const [year, birthMonth, date] = numbersOf(birth)
  const solarYear = Number(month.slice(0, 4))
  if (birth.calendar === 'solar') {
    if (birthMonth !== Number(month.slice(5))) return undefined
    const last = daysOf(month).length
    return { day: `${month}-${two(Math.min(date, last))}`, turns: solarYear - year }
  }
  for (const lunarYear of [solarYear - 1, solarYear]) {
    const day = dayOfLunar(lunarYear, birthMonth, date)
    if (day.startsWith(month)) return { day, turns: lunarYear - year, lunar: lunarWords(day) }
  }
  return undefined
}

/** Whole years on a day; a lunar birthday counts from its solar day in the year of birth. */
export function ageOn(birth: KnownBirth, day: Day): number {
  const [year, month, date] = numbersOf(birth)
  const born = birth.calendar === 'solar' ? birth.day : dayOfLunar(year, month, date)
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4))
  return day.slice(5) < born.slice(5) ? years - 1 : years
}
