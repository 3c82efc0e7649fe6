import type { Instant, MemberId } from '#contract/shared/scalars'
import type { Gone } from '#core/account/withoutName'

/**
 * Somebody's assent to one edition of a pact. Nobody reads whose it is but they themselves. Its id is a keyed hash,
 * so that it stays, and counts, when its member is forgotten.
 */
export interface Assent {
  _id: string
  communityId: string
  publicationId: string
  edition: number
  /** Null since the person was forgotten. */
  memberId: MemberId | null
  /** False where it was taken back. */
  on: boolean
  rev: number
  /** The latest commands, so that a late repeat changes nothing. */
  by: string[]
}

/** One line of the assents that stand on paper; a line takes another back, and none is changed. */
export interface PaperAssents {
  /** `<publicationId>_<edition>_<seq>` */
  _id: string
  communityId: string
  publicationId: string
  edition: number
  /** From 1. */
  seq: number
  count: number
  /** All lines up to this one. */
  total: number
  note: string
  byId: MemberId
  byName: string
  at: Instant
  /** What it was written for, once: its command, or the line that it takes back. */
  source: string
  reverses?: string
}

/** An assent remembers so many of its latest commands. */
const rememberedTaps = 5

/** The assent after a tap; the same object for a repeat. */
export function assentAfter(assent: Assent, on: boolean, command: string): Assent {
  if (assent.by.includes(command)) return assent
  return { ...assent, on, by: [...assent.by, command].slice(-rememberedTaps) }
}

/** An assent stays without its person; one that was taken back goes. */
export function assentWithout(assent: Assent, { memberId }: Gone): Assent | 'remove' {
  if (assent.memberId !== memberId) return assent
  return assent.on ? { ...assent, memberId: null, by: [] } : 'remove'
}

export const paperLineId = (publicationId: string, edition: number, seq: number): string =>
  `${publicationId}_${edition}_${seq}`

type PaperFact = 'communityId' | 'publicationId' | 'edition' | 'note' | 'byId' | 'byName' | 'at' | 'source'

/** The line after `last`. */
export function nextPaperLine(
  last: Pick<PaperAssents, 'seq' | 'total'> | undefined,
  count: number,
  said: Pick<PaperAssents, PaperFact> & { reverses?: string },
): PaperAssents {
  const seq = (last?.seq ?? 0) + 1
  const { publicationId, edition } = said
  return {
    _id: paperLineId(publicationId, edition, seq),
    ...said,
    seq,
    count,
    total: (last?.total ?? 0) + count,
  }
}
