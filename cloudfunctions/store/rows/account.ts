import type { Instant, MemberId } from '#contract/shared/scalars'
import { remains } from '#store/engine/fate'
import { apart } from '#store/engine/join'
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

/** An account that is being joined to the paper member it has adopted; removed when that is done. */
export interface Joining {
  /** The account's member id. */
  _id: MemberId
  communityId: string
  to: MemberId
  /** As in `Closing`. */
  cursor?: { collection: string; after: string }
  dueAt: Instant
}

export const joiningsRow = row<Joining>()({
  indexes: { due: ['dueAt'] },
  sealed: {},
  fate: remains('Two ids, until the walk has come to its end.'),
  joins: apart('It is the joining itself.'),
  passes: true,
})

export const closingsRow = row<Closing>()({
  indexes: { due: ['dueAt'] },
  sealed: {},
  fate: remains('It is the forgetting itself.'),
  joins: apart('It is about a closed account.'),
  passes: true,
})
