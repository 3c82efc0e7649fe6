import type { Instant } from '#contract/shared/scalars'
import { remains } from '#store/engine/fate'
import { row } from '#store/engine/row'

/** A closed account whose person is being forgotten; removed when that is done. */
export interface Closing {
  /** The member id. */
  _id: string
  communityId: string
  /** Where to go on: the collection under way, and the last id looked at there. Absent before the first page. */
  cursor?: { collection: string; after: string }
  dueAt: Instant
}

export const closingsRow = row<Closing>()({
  indexes: { due: ['dueAt'] },
  sealed: {},
  fate: remains('It is the forgetting itself.'),
  passes: true,
})
