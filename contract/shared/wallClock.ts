import dayjs, { type Dayjs } from 'dayjs'
import utc from 'dayjs/plugin/utc'
import type { Day, Instant } from './scalars'
import { dayMs, minuteMs } from './time'

dayjs.extend(utc)

const offsetMinutes = 8 * 60

/**
 * The community's wall clock: +08:00 all year, whatever the time zone of the phone or the server. Do not use
 * `dayjs.tz`: without `Intl`, as on Android WeChat, it gives the phone's own zone without an error.
 */
export const wallClock = (at: Instant): Dayjs => dayjs.utc(at).utcOffset(offsetMinutes)

/** The day an instant falls on. */
export const dayOf = (at: Instant): Day => wallClock(at).format('YYYY-MM-DD')

/** Days since the epoch, counted at midnight of the wall clock. */
export const dayNumberOf = (at: Instant): number => Math.floor((at + offsetMinutes * minuteMs) / dayMs)

/** Weeks since the epoch, counted from Monday to Sunday; day 0 was a Thursday. */
export const weekNumberOf = (at: Instant): number => Math.floor((dayNumberOf(at) + 3) / 7)

/** The instant of a day and a `HH:mm`; undefined where either is invalid. */
export function instantOf(day: Day, time: string): Instant | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !/^\d{2}:\d{2}/.test(time)) return undefined
  return dayjs.utc(`${day}T${time.slice(0, 5)}`).valueOf() - offsetMinutes * minuteMs
}
