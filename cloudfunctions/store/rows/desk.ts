import type { Instant, MemberId } from '#contract/shared/scalars'
import { dayMs } from '#contract/shared/time'
import { goesWith } from '#store/engine/fate'
import { row } from '#store/engine/row'

/** A browser waiting to be signed in. */
export interface Pair {
  _id: string
  communityId: string
  /** SHA-256 of what the browser polls with. */
  secretHash: string
  digits: string
  expiresAt: Instant
  /** Set once, by the member who approved. */
  memberId: MemberId | null
  /** Wrong digits so far. */
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
  passes: false,
  // of no use after five minutes; kept this long for a late poll to learn that it expired
  term: { index: 'expires', afterMs: dayMs },
})

export const desksRow = row<DeskDocument>()({
  indexes: {
    expires: ['expiresAt'],
    byMember: ['memberId', '-since'],
  },
  sealed: {},
  fate: goesWith('memberId'),
  passes: false,
  // a session that is over is listed nowhere; it is kept this long for questions about who was signed in
  term: { index: 'expires', afterMs: 90 * dayMs },
})
