import type { Limits } from '#contract/community'
import type { Instant } from '#contract/shared/scalars'
import { dayMs } from '#contract/shared/time'
import { indexesOf } from './engine/indexes'
import { raw } from './engine/raw'
import { type CollectionName, collectionNames, collectionTable } from './table'
import { atMost, oneOf } from './words/conditions'

/** So many documents are removed with one call, which must end within the SDK's own time limit. */
const removedAtOnce = 500

/**
 * Removes documents whose term is over, some hundreds with each call and the collections in turn, until nothing
 * is left or the time is over (of `performance.now()`). Answers how many are gone.
 */
export async function removeOver(now: Instant, limits: Limits, until: number): Promise<number> {
  let gone = 0
  let left = collectionNames.filter((name) => collectionTable[name].term)
  while (left.length > 0) {
    const more: CollectionName[] = []
    for (const name of left) {
      if (performance.now() >= until) return gone
      const removed = await removeSome(name, now, limits)
      gone += removed.count
      if (removed.more) more.push(name)
    }
    left = more
  }
  return gone
}

/** Removes the oldest of them. One whose term has been extended meanwhile stays. */
async function removeSome(
  name: CollectionName,
  now: Instant,
  limits: Limits,
): Promise<{ count: number; more: boolean }> {
  const { term, indexes } = collectionTable[name]
  const [first] = term ? (indexesOf(indexes).find((index) => index.name === term.index)?.keys ?? []) : []
  if (!term || !first) return { count: 0, more: false }
  const keptMs = 'afterMs' in term ? term.afterMs : limits[term.afterDays] * dayMs
  const isOver = { [first[0]]: atMost(now - keptMs) }
  const { read, erase } = raw(name)
  const found = await read(isOver, [first[0], 1], removedAtOnce, ['_id'])
  const ids = found.map(({ _id }) => _id)
  const count = ids.length > 0 ? await erase({ ...isOver, _id: oneOf(ids) }) : 0
  return { count, more: ids.length === removedAtOnce }
}
