import type { WholeCommunity } from '#contract/community'
import { type Tier, tiers } from '#contract/member'
import { defaultRequestLimits, isReserved, type RequestLimits } from '#contract/request'
import { defaultWorkCalendar, type WorkCalendar } from '#contract/shared/workCalendar'
import type { FieldSpec, PartEntry, PartSpec } from './partSpec'

// Two parts for the deadlines of requests: how long each tier may hold one, and the work calendar.

const hourMinutes = 60
const limitsOf = ({ requestLimits }: WholeCommunity): RequestLimits => requestLimits ?? defaultRequestLimits
const calendarOf = ({ workCalendar }: WholeCommunity): WorkCalendar => workCalendar ?? defaultWorkCalendar

/** Minutes as whole working hours, rounded up. The exact minutes stay until somebody changes the field. */
const hoursOf = (minutes: number | undefined): string =>
  minutes === undefined ? '' : String(Math.ceil(minutes / hourMinutes))
function minutesOf(written: string | undefined, before: number | undefined): number | undefined {
  const said = (written ?? '').trim()
  if (said === '') return undefined
  if (said === hoursOf(before)) return before
  return /^\d+$/.test(said) ? Number(said) * hourMinutes : Number.NaN
}

/** Reads a whole number. Anything else becomes NaN, which the schema refuses. */
export const numberOf = (written: string | undefined): number =>
  /^\s*\d+\s*$/.test(written ?? '') ? Number(written) : Number.NaN

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
const hours = (field: string, usual?: string): FieldSpec => ({
  field,
  how: 'number',
  most: 4,
  ...(usual === undefined ? { optional: true } : { usual }),
})

/** The fields for a category's own hold times. They may be left empty. */
export const holdFields: readonly FieldSpec[] = tiers.map((tier) => hours(tier))
export function holdValues(whole: WholeCommunity, category: string): Record<Tier, string> {
  const own = limitsOf(whole).holdMinutesOf[category] ?? {}
  return Object.fromEntries(tiers.map((tier) => [tier, hoursOf(own[tier])])) as Record<Tier, string>
}
/** The hold times of the categories as the form has them. Empty when none was changed. */
export function withHolds(
  whole: WholeCommunity,
  entries: readonly PartEntry[],
): { requestLimits?: RequestLimits } {
  const limits = limitsOf(whole)
  // those of the reserved categories have no entries
  const reserved = Object.entries(limits.holdMinutesOf).filter(([id]) => isReserved(id))
  const holdMinutesOf = Object.fromEntries([
    ...reserved,
    ...entries.flatMap(({ id, values }) => {
      const before = limits.holdMinutesOf[id] ?? {}
      const own = tiers.flatMap((tier) => {
        const minutes = minutesOf(values[tier], before[tier])
        return minutes === undefined ? [] : [[tier, minutes]]
      })
      return own.length > 0 ? [[id, Object.fromEntries(own)]] : []
    }),
  ]) as RequestLimits['holdMinutesOf']
  return same(holdMinutesOf, limits.holdMinutesOf) ? {} : { requestLimits: { ...limits, holdMinutesOf } }
}

const dayFields = ['extendDays', 'waitDays', 'silentCloseDays', 'reopenDays'] as const

export const requestTimes: PartSpec = {
  path: 'requestLimits',
  single: true,
  fields: [
    hours('respondMinutes', hoursOf(defaultRequestLimits.respondMinutes)),
    ...tiers.map((tier) => hours(tier, hoursOf(defaultRequestLimits.holdMinutes[tier]))),
    ...dayFields.map((each) => hours(each, String(defaultRequestLimits[each]))),
  ],
  entries: (whole) => {
    const limits = limitsOf(whole)
    return [
      {
        id: 'requestTimes',
        values: {
          respondMinutes: hoursOf(limits.respondMinutes),
          ...Object.fromEntries(tiers.map((tier) => [tier, hoursOf(limits.holdMinutes[tier])])),
          ...Object.fromEntries(dayFields.map((each) => [each, String(limits[each])])),
        },
      },
    ]
  },
  input: (whole, [entry]) => {
    const before = limitsOf(whole)
    const { values = {} } = entry ?? {}
    const of = (field: string, minutes: number) => minutesOf(values[field], minutes) ?? Number.NaN
    const requestLimits = {
      ...before,
      respondMinutes: of('respondMinutes', before.respondMinutes),
      holdMinutes: Object.fromEntries(
        tiers.map((tier) => [tier, of(tier, before.holdMinutes[tier])]),
      ) as RequestLimits['holdMinutes'],
      ...(Object.fromEntries(dayFields.map((each) => [each, numberOf(values[each])])) as Pick<
        RequestLimits,
        (typeof dayFields)[number]
      >),
    }
    return same(requestLimits, before) ? {} : { requestLimits }
  },
}

const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
function minuteOf(written: string | undefined): number {
  const [, hour, minute] = /^\s*(\d{1,2})[:：](\d{2})\s*$/.exec(written ?? '') ?? []
  return hour === undefined ? Number.NaN : Number(hour) * 60 + Number(minute)
}

/** `split` turns typed text into a list. */
export const workdaysPart = (split: (text: string | undefined) => string[]): PartSpec => ({
  path: 'workCalendar',
  single: true,
  fields: [
    { field: 'hours', how: 'words', most: 100, commas: true },
    { field: 'daysOff', how: 'words', most: 4000, optional: true, commas: true },
    { field: 'workdays', how: 'words', most: 4000, optional: true, commas: true },
  ],
  entries: (whole) => {
    const { hours: stretches, daysOff, workdays } = calendarOf(whole)
    const stretch = ({ fromMinute, toMinute }: WorkCalendar['hours'][number]) =>
      `${clock(fromMinute)}-${clock(toMinute)}`
    return [
      {
        id: 'workdays',
        values: {
          hours: stretches.map(stretch).join('、'),
          daysOff: daysOff.join('、'),
          workdays: workdays.join('、'),
        },
      },
    ]
  },
  input: (whole, [entry]) => {
    const { values = {} } = entry ?? {}
    const workCalendar = {
      hours: split(values.hours).map((written) => {
        const [from, to] = written.split(/[-–—~～]/)
        return { fromMinute: minuteOf(from), toMinute: minuteOf(to) }
      }),
      daysOff: split(values.daysOff),
      workdays: split(values.workdays),
    }
    return same(workCalendar, calendarOf(whole)) ? {} : { workCalendar }
  },
})
