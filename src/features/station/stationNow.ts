import type { PublicationCard } from '#contract/publication'
import { holdsStill, isOpenNow } from '#contract/station'
import { stationText as words } from '#text/station/station'

/** Whether a station is open now, as its card tells. */
export const isStationOpen = (
  { hours = [], now }: Pick<PublicationCard, 'hours' | 'now'>,
  at: number,
): boolean => isOpenNow({ hours, now }, at)

/** Who has seen it when, and what was there, each in a line; nothing where nobody has. */
export function seenWords(
  { things = [], now }: Pick<PublicationCard, 'things' | 'now'>,
  at: number,
): string[] {
  if (!now) return []
  const holds = holdsStill(now, at)
  const seen = holds ? words.said(now.at, at) : words.saidOnce(now.at, at)
  if (!now.open) return [`${seen}，${holds ? words.shut : words.wasClosed}`]
  const there = [words.has(now.has), words.lacks(things.filter((thing) => !now.has.includes(thing)))]
  return [holds ? seen : `${seen}，${words.wasOpen}`, there.filter(Boolean).join('；')].filter(Boolean)
}
