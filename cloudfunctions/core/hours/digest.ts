import { hash as sha256 } from 'fast-sha256'
import type { Day } from '#contract/shared/scalars'
import { canonicalJson } from '#core/change/canonicalJson'
import { genesisHash, type LedgerLine } from '#core/hours/ledger'

/** A hash over all lines that were credited on a day, and over the digest of the day before. */
export interface Digest {
  /** Joined from the community and the day. */
  _id: string
  communityId: string
  day: Day
  /** How many lines were credited on this day. */
  entries: number
  prev: string
  digest: string
  /** See marks.ts; absent in digests from before they were marked. */
  mark?: string
}

/**
 * The digest of a day that is over. A changed line changes the digest of the day on which it was credited and
 * of every later day, even where its whole chain was written anew; anybody who noted one of them can see it.
 */
export function digestOf(
  communityId: string,
  day: Day,
  entries: readonly Pick<LedgerLine, '_id' | 'hash'>[],
  before: Pick<Digest, 'digest'> | undefined,
): Digest {
  const prev = before?.digest ?? genesisHash
  const lines = entries.map(({ _id, hash }) => [_id, hash]).sort(([a = ''], [b = '']) => (a < b ? -1 : 1))
  const bytes = sha256(new TextEncoder().encode(canonicalJson({ communityId, day, prev, lines })))
  const digest = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return { _id: `${communityId}_${day}`, communityId, day, entries: entries.length, prev, digest }
}
