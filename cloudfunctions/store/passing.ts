import type { Limits } from '#contract/community'
import type { Instant } from '#contract/shared/scalars'
import { dayMs } from '#contract/shared/time'
import { indexesOf } from './engine/indexes'
import { raw } from './engine/raw'
import { type CollectionName, collectionNames, collectionTable } from './table'
import { atMost } from './words/conditions'

/** Removes every document whose term is over; answers how many, for each collection with a term. */
export async function removeOver(
  now: Instant,
  limits: Limits,
): Promise<Partial<Record<CollectionName, number>>> {
  const gone: Partial<Record<CollectionName, number>> = {}
  for (const name of collectionNames) {
    const { term, indexes } = collectionTable[name]
    if (!term) continue
    const keptMs = 'afterMs' in term ? term.afterMs : limits[term.afterDays] * dayMs
    const [first] = indexesOf(indexes).find((index) => index.name === term.index)?.keys ?? []
    if (first) gone[name] = await raw(name).erase({ [first[0]]: atMost(now - keptMs) })
  }
  return gone
}
