import chineseDays from 'chinese-days'
import type { Day } from '#contract/shared/scalars'

/** The public holiday a day is off for, in Chinese; undefined on any other day, and in years not yet announced. */
export function holidayOf(day: Day): string | undefined {
  if (!chineseDays.isHoliday(day)) return undefined
  const [, name] = chineseDays.getDayDetail(day).name.split(',')
  return name
}
