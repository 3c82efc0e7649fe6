import type { StationNow } from '#contract/publication'
import { type Command, type Decision, withEffects } from '#core/change/aggregate'
import { type Publication, withAside } from '#core/publication/publication'

/**
 * Notes how it is at a station: no new edition, and the last word counts. Who has said it stands in its past alone.
 * Refuses what is no station, one that nobody reads, and things that it does not have.
 */
export function decideSaying(
  station: Publication,
  command: Command,
  { open, has }: Omit<StationNow, 'at'>,
): Decision<Publication> {
  const { kind, state, content, now } = station
  if (kind !== 'station' || station.edition === 0) return { refusal: 'not_found' }
  if (state === 'retired' || (content.validTo ?? command.at + 1) <= command.at)
    return { refusal: 'publication_over' }
  const { things = [] } = content
  if (!has.every((thing) => things.includes(thing))) return { refusal: 'invalid_input' }
  const next: Publication = {
    ...withAside(station, command, 'said', [open ? 'open' : 'closed', ...has].join(' ')),
    // in the order of the station's own list, each once; two functions' clocks are never quite the same
    now: { open, has: things.filter((thing) => has.includes(thing)), at: Math.max(command.at, now?.at ?? 0) },
  }
  return withEffects(next, command, [], station.wakesAt)
}
