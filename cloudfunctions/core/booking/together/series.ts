import type { SeriesDay } from '#contract/booking'
import type { BookingId, Instant, MemberId } from '#contract/shared/scalars'
import { dayMs } from '#contract/shared/time'
import { dayOf } from '#contract/shared/wallClock'
import { holidayOf } from '#core/calendar/holidays'
import type { Command, Decision } from '#core/change/aggregate'
import type { Effect, NoticeEffect } from '#core/change/effect'
import type { Booking, SeriesPlace } from '../booking'

const weekMs = 7 * dayMs

interface Window {
  from: Instant
  to: Instant
}

/** The windows of so many weeks, the same hours each time, without the days that are left out. */
export const weeklyWindows = ({ from, to }: Window, weeks: number, without: readonly string[]): Window[] =>
  Array.from({ length: weeks }, (_, week) => ({ from: from + week * weekMs, to: to + week * weekMs })).filter(
    (window) => !without.includes(dayOf(window.from)),
  )

/** The days of so many weeks, and the public holidays they fall on. */
export const seriesDays = (from: Instant, weeks: number): SeriesDay[] =>
  weeklyWindows({ from, to: from }, weeks, []).map(({ from: at }) => {
    const day = dayOf(at)
    const holiday = holidayOf(day)
    return { day, from: at, ...(holiday !== undefined && { holiday }) }
  })

/** The id of one of a series; the first bears that of the series. */
export const idInSeries = (id: BookingId, number: number): BookingId =>
  number === 1 ? id : `${id}-${number}`

/** The ids of a whole series, in the order of its numbers. */
export const idsOfSeries = ({ id, of }: Pick<SeriesPlace, 'id' | 'of'>): BookingId[] =>
  Array.from({ length: of }, (_, index) => idInSeries(id, index + 1))

/** Those of a series that do not come before this one, the soonest first. Each stands where it was moved to. */
export const restFrom = <One extends Pick<Booking, 'windowFrom'>>(
  { windowFrom }: Pick<Booking, 'windowFrom'>,
  all: readonly One[],
): One[] => all.filter((one) => one.windowFrom >= windowFrom).sort((a, b) => a.windowFrom - b.windowFrom)

/** What is told when several of a series are moved by one command. */
const toldOfRest = {
  booking_claimed: 'series_claimed',
  booking_released: 'series_released',
  booking_cancelled: 'series_cancelled',
} as const

const kindOfRest = (kind: NoticeEffect['kind']) =>
  Object.hasOwn(toldOfRest, kind) ? toldOfRest[kind as keyof typeof toldOfRest] : undefined

/**
 * A decision on one of several that one command moves. Each person is told once of them all: every one of them owes
 * the same notice, about the first. One that was given back is offered at once only where it is the first, since
 * the others have their time; and all of them are one release.
 */
export function asOneOfRest(
  decision: Decision<Booking>,
  before: Booking,
  first: Pick<Booking, '_id' | 'windowFrom'>,
  { key }: Command,
): Decision<Booking> {
  const { next } = decision
  if (!next || next === before) return decision
  const old = new Set(before.pending)
  const told = (effect: Effect): Effect[] => {
    if (old.has(effect)) return [effect]
    if (effect.effect === 'offer') return before._id === first._id ? [effect] : []
    if (effect.effect === 'noteRelease') return [{ ...effect, cause: `${before.series?.id}:${key}` }]
    const kind = effect.effect === 'notice' ? kindOfRest(effect.kind) : undefined
    return effect.effect === 'notice' && kind
      ? [{ ...effect, kind, ...aboutFirst(effect.to, first, key) }]
      : [effect]
  }
  return { ...decision, next: { ...next, pending: next.pending.flatMap(told) } }
}

const aboutFirst = (
  to: MemberId,
  { _id: bookingId, windowFrom }: Pick<Booking, '_id' | 'windowFrom'>,
  key: string,
) => ({
  noticeId: `n_${bookingId}_${key}_${to}`,
  bookingId,
  windowFrom,
})

/** The states in which one of a series, or a place of two, still lies ahead or is under way. */
const ahead: ReadonlySet<Booking['state']> = new Set(['open', 'claimed', 'in_service'])

/** Whether somebody may still come, also where the timer is late. */
export const liesAhead = ({ state, windowTo }: Pick<Booking, 'state' | 'windowTo'>, now: Instant): boolean =>
  ahead.has(state) && (state !== 'open' || windowTo > now)

/** Which of several stands for them all in a list: the soonest that lies ahead, else the latest. */
export function standsForAll<One extends Pick<Booking, '_id' | 'state' | 'windowFrom' | 'windowTo'>>(
  all: readonly [One, ...One[]],
  now: Instant,
): One {
  const inOrder = [...all].sort((a, b) => a.windowFrom - b.windowFrom || (a._id < b._id ? -1 : 1))
  return inOrder.find((one) => liesAhead(one, now)) ?? inOrder.at(-1) ?? all[0]
}

/** What belongs together in a list: a series, the two places of one booking, or a booking alone. */
export const groupOf = ({ _id, series, hand }: Pick<Booking, '_id' | 'series' | 'hand'>): BookingId => {
  if (series) return series.id
  return hand?.number === 2 ? hand.otherId : _id
}

/** Groups what belongs together, in the order in which each first comes. */
export function grouped<One extends Pick<Booking, '_id' | 'series' | 'hand'>>(
  bookings: readonly One[],
): [One, ...One[]][] {
  const groups = new Map<BookingId, [One, ...One[]]>()
  for (const booking of bookings) {
    const group = groups.get(groupOf(booking))
    if (group) group.push(booking)
    else groups.set(groupOf(booking), [booking])
  }
  return [...groups.values()]
}
