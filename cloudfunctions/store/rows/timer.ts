import type { Instant } from '#contract/shared/scalars'
import { remains } from '#store/engine/fate'
import { apart } from '#store/engine/join'
import { row } from '#store/engine/row'

/** How far sealing anew under a key has come; its id is the key's. */
export interface Rotation {
  _id: string
  communityId: string
  /**
   * Where the present round goes on: at this sealed field (`fieldNameOf`), after this id. Both are empty at
   * the beginning of a round.
   */
  field: string
  after: string
  /** Instead of `field` in a document of an earlier edition: the field's index in the table. Nobody reads it. */
  row?: number
  /** Texts found under another key: `found` in this round, `resealed` in all rounds. */
  found: number
  resealed: number
  /** When the last text was sealed anew. */
  lastAt: Instant
  /** When a whole round found no such text; null before. */
  doneAt: Instant | null
}

export const rotationsRow = row<Rotation>()({
  indexes: {},
  sealed: {},
  fate: remains('Keys and counts.'),
  joins: apart('Keys and counts.'),
  passes: false,
})
