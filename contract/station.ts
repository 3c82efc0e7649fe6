import * as v from 'valibot'
import { type OpenHours, type StationNow, stationThings } from './publication'
import { type ContractRow, reply } from './shared/operation'
import { few, type Instant, id } from './shared/scalars'
import { dayMs, hourMs, minuteMs } from './shared/time'
import { dayOf, instantOf, wallClock } from './shared/wallClock'

/** Somebody who is there says whether a station is open, and which of its things are there now. */
export const stationSay = v.object({
  publicationId: id,
  open: v.boolean(),
  has: few(v.picklist(stationThings), stationThings.length),
})

/** What was said is taken for true so long; after that it is told as what was seen then. */
export const saidHoldsMs = 12 * hourMs
/** After so long it is not told any more. */
export const saidToldMs = 2 * dayMs

type Timed = { hours: readonly OpenHours[]; now?: StationNow | undefined }

/** Whether what was said of a station last is still taken for true. */
export const holdsStill = (said: Pick<StationNow, 'at'>, at: Instant): boolean => at < said.at + saidHoldsMs

/** Whether its hours say that it is open. */
export function isOpenByHours(hours: readonly OpenHours[], at: Instant): boolean {
  const clock = wallClock(at)
  const day = clock.day() === 0 ? 7 : clock.day()
  const minute = clock.hour() * 60 + clock.minute()
  return hours.some(
    ({ days, fromMinute, toMinute }) => days.includes(day) && fromMinute <= minute && minute < toMinute,
  )
}

/** When its hours last opened or closed it, today or yesterday; undefined where they did not. */
function lastTurn(hours: readonly OpenHours[], at: Instant): Instant | undefined {
  const midnight = instantOf(dayOf(at), '00:00') ?? at
  const edges = hours.flatMap(({ fromMinute, toMinute }) =>
    [midnight - dayMs, midnight].flatMap((start) => [
      start + fromMinute * minuteMs,
      start + toMinute * minuteMs,
    ]),
  )
  const turns = edges.filter(
    (edge) => edge <= at && isOpenByHours(hours, edge) !== isOpenByHours(hours, edge - minuteMs),
  )
  return turns.length === 0 ? undefined : Math.max(...turns)
}

/**
 * Whether a station is open: what was said since its hours last opened or closed it decides, else its hours. A word
 * from before the door was due to open says nothing about after.
 */
export function isOpenNow({ hours, now }: Timed, at: Instant): boolean {
  if (now && holdsStill(now, at) && now.at >= (lastTurn(hours, at) ?? 0)) return now.open
  return isOpenByHours(hours, at)
}

export const stationOperations = {
  'station.say': { input: stationSay, reply: reply<{ state: 'open' | 'closed' }>() },
} as const satisfies Record<string, ContractRow>
