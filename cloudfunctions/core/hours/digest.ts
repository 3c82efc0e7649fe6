import { hash as sha256 } from 'fast-sha256'
import type { Day } from '#contract/shared/scalars'
import { canonical, genesisHash, type LedgerLine } from './ledger'

/** 每日摘要: a hash over all lines that were credited on a day and the digest of the day before. */
export interface Digest {
  /** The community and the day. */
  _id: string
  communityId: string
  day: Day
  /** Lines credited on this day. */
  entries: number
  prev: string
  digest: string
}

/**
 * What stands for a day once it is over. Whoever rewrites a line, even with its whole chain behind it, changes the
 * digest of the day on which it was credited and of every day since; who has noted one of them sees it.
 */
export function digestOf(
  communityId: string,
  day: Day,
  entries: readonly Pick<LedgerLine, '_id' | 'hash'>[],
  before: Pick<Digest, 'digest'> | undefined,
): Digest {
  const prev = before?.digest ?? genesisHash
  const lines = entries.map(({ _id, hash }) => [_id, hash]).sort(([a = ''], [b = '']) => (a < b ? -1 : 1))
  const bytes = sha256(new TextEncoder().encode(canonical({ communityId, day, prev, lines })))
  const digest = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return { _id: `${communityId}_${day}`, communityId, day, entries: entries.length, prev, digest }
}
