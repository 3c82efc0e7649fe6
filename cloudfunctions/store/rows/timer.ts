import type { Instant } from '#contract/shared/scalars'
import { remains } from '#store/engine/fate'
import { row } from '#store/engine/row'

/** How far sealing anew under a key has come; the id is the key's. */
export interface Rotation {
  _id: string
  communityId: string
  /** Where the present round goes on: a row of `sealedFields`, behind this id. */
  row: number
  after: string
  /** Texts found under another key: in this round, and in all. */
  found: number
  resealed: number
  /** When the last of them was sealed anew. */
  lastAt: Instant
  /** When a whole round found none; null before. */
  doneAt: Instant | null
}

export const rotationsRow = row<Rotation>()({
  indexes: {},
  sealed: {},
  fate: remains('Keys and counts.'),
  passes: false,
})
