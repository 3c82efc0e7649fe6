import type { Instant, MemberId } from '#contract/shared/scalars'
import { dayMs } from '#contract/shared/time'
import { goesWith } from '#store/engine/fate'
import { goesAlong } from '#store/engine/join'
import { row } from '#store/engine/row'

/** A browser waiting to be signed in. */
export interface Pair {
  _id: string
  communityId: string
  /** The SHA-256 of the secret with which the browser polls. */
  secretHash: string
  digits: string
  expiresAt: Instant
  /** Set once, by the member who approved. */
  memberId: MemberId | null
  /** How many times wrong digits were given. */
  misses: number
}

/** A signed-in browser; the id is the SHA-256 of its token. */
export interface DeskDocument {
  _id: string
  communityId: string
  memberId: MemberId
  since: Instant
  expiresAt: Instant
  revokedAt: Instant | null
}

export const pairsRow = row<Pair>()({
  indexes: { expires: ['expiresAt'] },
  sealed: {},
  fate: goesWith('memberId'),
  joins: goesAlong,
  passes: false,
  // a pair expires after five minutes; it is kept longer so that a late poll is told that it has expired
  term: { index: 'expires', afterMs: dayMs },
})

export const desksRow = row<DeskDocument>()({
  indexes: {
    expires: ['expiresAt'],
    byMember: ['memberId', '-since'],
  },
  sealed: {},
  fate: goesWith('memberId'),
  joins: goesAlong,
  passes: false,
  // an expired desk is not listed; it is kept for questions about who was signed in
  term: { index: 'expires', afterMs: 90 * dayMs },
})
