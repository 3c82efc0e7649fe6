import type { Day, MemberId } from '#contract/shared/scalars'
import { dayOf } from '#contract/shared/wallClock'
import type { Digest } from './digest'
import type { Head, LedgerLine } from './ledger'

/**
 * Makes the mark of a text: a keyed hash. Whoever holds the database without the deployment's key cannot make
 * one.
 */
export type Marker = (text: string) => string

const markOfLine = ({ hash }: Pick<LedgerLine, 'hash'>, mark: Marker): string => mark(`line:${hash}`)
const markOfDigest = ({ digest }: Pick<Digest, 'digest'>, mark: Marker): string => mark(`digest:${digest}`)

/** The line with its mark. Its hash covers whose it is and every line before, and so does the mark. */
export const markedLine = (line: LedgerLine, mark: Marker): LedgerLine => ({
  ...line,
  mark: markOfLine(line, mark),
})

export const markedDigest = (digest: Digest, mark: Marker): Digest => ({
  ...digest,
  mark: markOfDigest(digest, mark),
})

/** The mark of what a volunteer's document notes. It is not that of the line, which anybody could copy there. */
export const markOfHead = (memberId: MemberId, { lines, hash }: Head, mark: Marker): string =>
  mark(`head:${memberId}:${lines}:${hash}`)

/** Whether a line has a mark that this deployment did not make. */
export const isMismarked = (line: LedgerLine, mark: Marker): boolean =>
  line.mark !== undefined && line.mark !== markOfLine(line, mark)

/** `misnoted`: the note in the volunteer's document is not this deployment's. `forged`: the line is not. */
export type Forgery = { what: 'forged' | 'misnoted'; seq: number }

export interface Vouched {
  mark: Marker
  /**
   * The day of the first digest with a mark: lines without one are older. Absent until the first day is over on
   * which lines were marked.
   */
  since: Day | undefined
}

/**
 * What somebody without the deployment's key has put into a ledger or changed in its note. A line has a mark
 * from the moment it is written, so a real line of which the note does not know yet is told from a forged one.
 *
 * A ledger may begin with lines from before lines were marked. They are vouched for by the note, and by the
 * digests of their days.
 *
 * @param entries in the order of `seq`.
 */
export function forgeriesIn(
  entries: readonly LedgerLine[],
  head: Head | undefined,
  memberId: MemberId,
  { mark, since }: Vouched,
): Forgery[] {
  const firstMarked = entries.find((line) => line.mark !== undefined)?.seq ?? Number.POSITIVE_INFINITY
  const isOld = ({ seq, creditedAt }: LedgerLine) =>
    seq < firstMarked && (since === undefined || (seq <= (head?.lines ?? 0) && dayOf(creditedAt) <= since))
  const forged = entries.filter((line) => (line.mark === undefined ? !isOld(line) : isMismarked(line, mark)))
  const found = forged.map(({ seq }): Forgery => ({ what: 'forged', seq }))
  return head && isMisnoted(entries, head, memberId, mark)
    ? [...found, { what: 'misnoted', seq: head.lines }]
    : found
}

/** A note without a mark is from before notes had one, and so is the line that it notes. */
function isMisnoted(entries: readonly LedgerLine[], head: Head, memberId: MemberId, mark: Marker): boolean {
  if (head.mark !== undefined) return head.mark !== markOfHead(memberId, head, mark)
  return entries.some((line) => line.seq <= head.lines && line.mark !== undefined)
}

/** How many lines of a ledger are from before lines were marked, and no later line vouches for them. */
export const unmarkedIn = (entries: readonly LedgerLine[]): number =>
  entries.some((line) => line.mark !== undefined) ? 0 : entries.length

/** Whether a digest is not this deployment's: its mark is wrong, or it has none after one that had. */
export const isForgedDigest = (digest: Digest, before: Digest | undefined, mark: Marker): boolean =>
  digest.mark === undefined ? before?.mark !== undefined : digest.mark !== markOfDigest(digest, mark)
