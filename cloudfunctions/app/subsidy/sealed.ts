import type { SubsidyGround } from '#contract/subsidy'
import { type Decision, isRefused } from '#core/change/aggregate'
import type { StoredLine, StoredSubsidy, Subsidy } from '#core/subsidy/subsidy'
import type { SealedSpot } from '#store/sealing/sealedFields'
import type { Sealing } from '#store/sealing/sealing'

const fenSpot = (id: string, key: string): SealedSpot => ({
  collection: 'subsidies',
  id,
  field: `lines.${key}.fen`,
})
const groundSpot = (id: string): SealedSpot => ({ collection: 'subsidies', id, field: 'ground' })

/** Why somebody gets a subsidy, as it is sealed. */
export interface StatedGround {
  ground: SubsidyGround
  words?: string
}

export const sealGround = (id: string, { ground, words }: StatedGround, sealing: Sealing): string =>
  sealing.seal(JSON.stringify({ ground, ...(words !== undefined && { words }) }), groundSpot(id))

export const openGround = (
  { _id, ground }: Pick<StoredSubsidy, '_id' | 'ground'>,
  sealing: Sealing,
): StatedGround | undefined =>
  ground === null ? undefined : JSON.parse(sealing.open(ground, groundSpot(_id)))

/** The subsidy with its amounts. */
export function openSubsidy(stored: StoredSubsidy, sealing: Sealing): Subsidy {
  const lines = Object.entries(stored.lines).map(([key, { fen, ...line }]) => [
    key,
    { ...line, ...(fen !== undefined && { fen: Number(sealing.open(fen, fenSpot(stored._id, key))) }) },
  ])
  return { ...stored, lines: Object.fromEntries(lines) }
}

/** As it is stored; a line that stands already keeps its sealed text. */
function sealSubsidy(before: StoredSubsidy, next: Subsidy, sealing: Sealing): StoredSubsidy {
  const lines = Object.entries(next.lines).map(([key, { fen, ...line }]): [string, StoredLine] => [
    key,
    before.lines[key] ?? {
      ...line,
      ...(fen !== undefined && { fen: sealing.seal(String(fen), fenSpot(next._id, key)) }),
    },
  ])
  return { ...next, lines: Object.fromEntries(lines) }
}

/** A rule over amounts, as one over the stored document. */
export const sealedRule =
  (rule: (subsidy: Subsidy) => Decision<Subsidy>, sealing: Sealing) =>
  (stored: StoredSubsidy): Decision<StoredSubsidy> => {
    const subsidy = openSubsidy(stored, sealing)
    const decision = rule(subsidy)
    if (isRefused(decision)) return decision
    return { next: decision.next === subsidy ? stored : sealSubsidy(stored, decision.next, sealing) }
  }
