import type { PaceName } from '#contract/shared/pace'
import type { Instant, MemberId } from '#contract/shared/scalars'
import { dayMs } from '#contract/shared/time'
import { goesWith, remains } from '#store/engine/fate'
import { apart, rekeyed } from '#store/engine/join'
import { row } from '#store/engine/row'

/** What a commandId stands for: one operation of one person with one input. */
export interface Intent {
  /** The command's key. */
  _id: string
  communityId: string
  fingerprint: string
  at: Instant
}

/** What a member may do so often on a day for themselves. */
export type OwnCount = 'relatives' | 'certificates' | 'adoptions'

/** How many times a worker looked into other people's records on one day, or a member did something else. */
export interface Lookups {
  /** `<memberId>_<pace>_<day>` */
  _id: string
  communityId: string
  memberId: MemberId
  pace: PaceName | OwnCount
  count: number
  /** Ids of what counts once a day; absent where every look counts. */
  seen?: string[]
  /** The time of the first one. */
  at: Instant
}

export const intentsRow = row<Intent>()({
  indexes: { at: ['at'] },
  sealed: {},
  fate: remains('Keyed hashes, gone after a month.'),
  joins: apart('Keyed hashes; a command keeps its word.'),
  passes: false,
  // no client repeats a command after this long
  term: { index: 'at', afterMs: 30 * dayMs },
})

export const lookupsRow = row<Lookups>()({
  indexes: { at: ['at'] },
  sealed: {},
  fate: goesWith('memberId'),
  joins: rekeyed((moved, there) => ({ ...there, count: there.count + moved.count })),
  passes: false,
  // for the question who looked often lately; the record of each opening is separate
  term: { index: 'at', afterMs: 90 * dayMs },
})
