import type { Instant } from '#contract/shared/scalars'
import { secondMs } from '#contract/shared/time'
import { dayNumberOf, wallClock } from '#contract/shared/wallClock'

const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六']
const nearDays: Record<number, string> = { [-1]: '昨天', 0: '今天', 1: '明天', 2: '后天' }

/** `9:05`, as one says it. */
export function clockWords(at: Instant): string {
  return wallClock(at).format('H:mm')
}

/** `明天`, `11月25日 周三`; another year is named. */
export function dayWords(at: Instant, now: Instant): string {
  return nearDays[dayNumberOf(at) - dayNumberOf(now)] ?? dateInYearWords(at, now)
}

/** `11月25日 周三`, never "today"; another year is named. */
export function dateInYearWords(at: Instant, now: Instant): string {
  const year = wallClock(at).year()
  return `${year === wallClock(now).year() ? '' : `${year}年`}${dateWords(at)}`
}

/** `12月29日、2027年1月5日、1月12日`: a year is named where it changes. */
export function daysWords(ats: readonly Instant[], now: Instant): string {
  let named = wallClock(now).year()
  const words = ats.map((at) => {
    const clock = wallClock(at)
    const year = clock.year() === named ? '' : 'YYYY年'
    named = clock.year()
    return clock.format(`${year}M月D日`)
  })
  return words.join('、')
}

/** `明天 9:00`. */
export function momentWords(at: Instant, now: Instant): string {
  return `${dayWords(at, now)} ${clockWords(at)}`
}

/** `次日02:00`: an end that falls on the day after the start. */
export const nextDayClockWords = (at: Instant): string => `次日${wallClock(at).format('HH:mm')}`

/** `9:00–11:00`, `22:00–次日02:00`; an end on a later day is named with its day. */
export function clockSpanWords({ from, to }: { from: Instant; to: Instant }): string {
  const days = dayNumberOf(to) - dayNumberOf(from)
  const later = () => `${dateWords(to)} ${clockWords(to)}`
  return `${clockWords(from)}–${days === 0 ? clockWords(to) : days === 1 ? nextDayClockWords(to) : later()}`
}

/** `11月25日 周三 9:00–11:00`, `今天 22:00–次日02:00`. */
export function windowWords(window: { from: Instant; to: Instant }, now: Instant): string {
  return `${dayWords(window.from, now)} ${clockSpanWords(window)}`
}

/** `11月25日 周三（明天）9:00–11:00`: a near day with its date, since the page may be read tomorrow. */
export function datedWindowWords({ from, to }: { from: Instant; to: Instant }, now: Instant): string {
  const near = nearDays[dayNumberOf(from) - dayNumberOf(now)]
  return near
    ? `${dateWords(from)}（${near}）${clockSpanWords({ from, to })}`
    : windowWords({ from, to }, now)
}

/** `2 小时 5 分钟`, `40 分钟`; minutes are whole. */
export function durationWords(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (hours === 0) return `${rest} 分钟`
  return rest === 0 ? `${hours} 小时` : `${hours} 小时 ${rest} 分钟`
}

/** `1:05` left of a countdown; never below zero. */
export function countdownWords(remainingMs: number): string {
  const seconds = Math.max(0, Math.ceil(remainingMs / secondMs))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** The hour on the wall. */
export function hourOf(at: Instant): number {
  return wallClock(at).hour()
}

/** `2026年11月25日`. */
export const fullDateWords = (at: Instant): string => wallClock(at).format('YYYY年M月D日')

/** `2026年11月22日`, of a day that is a day and no instant. */
export const writtenDay = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

/** `11月25日 周三`, never "today". */
export function dateWords(at: Instant): string {
  const clock = wallClock(at)
  return `${clock.format('M月D日')} ${weekdays[clock.day()]}`
}
