import * as v from 'valibot'
import { type Day, day } from './scalars'

/** Minutes since midnight at +08:00. */
const minute = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(24 * 60))
const stretch = v.pipe(
  v.object({ fromMinute: minute, toMinute: minute }),
  v.check((hours) => hours.toMinute > hours.fromMinute, 'toMinute must be after fromMinute'),
)
/** An administrator's own working time; the public holidays of the State Council come from a library. */
export const workCalendar = v.object({
  hours: v.pipe(
    v.array(stretch),
    v.minLength(1),
    v.maxLength(4),
    v.check(
      (hours) => hours.every((next, at) => at === 0 || next.fromMinute >= (hours[at - 1]?.toMinute ?? 0)),
      'stretches must follow each other',
    ),
  ),
  /** Days off that the library does not know or that only this community has. */
  daysOff: v.optional(v.pipe(v.array(day), v.maxLength(400)), []),
  /** Weekends and holidays that are working days. */
  workdays: v.optional(v.pipe(v.array(day), v.maxLength(400)), []),
})

export interface WorkCalendar {
  hours: { fromMinute: number; toMinute: number }[]
  daysOff: Day[]
  workdays: Day[]
}

/** 09:00–12:00 and 14:00–18:00: seven hours a working day. */
export const defaultWorkCalendar: WorkCalendar = {
  hours: [
    { fromMinute: 9 * 60, toMinute: 12 * 60 },
    { fromMinute: 14 * 60, toMinute: 18 * 60 },
  ],
  daysOff: [],
  workdays: [],
}
