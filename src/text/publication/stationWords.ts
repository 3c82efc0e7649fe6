import type { OpenHours, StationThing } from '#contract/publication'
import { publicationText, thingNames } from '#text/publication/publication'

const clock = (minute: number) => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`

/** When it is open, as a line: 周一到周五 8:00–18:00；周六 9:00–12:00. */
export const openHoursWords = (hours: readonly OpenHours[]): string =>
  hours
    .map(
      ({ days, fromMinute, toMinute }) =>
        `${publicationText.openDays(days)} ${clock(fromMinute)}–${clock(toMinute)}`,
    )
    .join('；')

export const thingsWords = (things: readonly StationThing[]): string =>
  things.map((thing) => thingNames[thing]).join('、')
