import { hash as sha256 } from 'fast-sha256'
import type { WholeCommunity } from '#contract/community'
import { type Overlap, starHours } from '#contract/hours'
import type { Day, Instant, MemberId, TeamId } from '#contract/shared/scalars'
import { dayOf } from '#contract/shared/wallClock'
import { canonicalJson } from '#core/change/canonicalJson'
import type { CountedCredit, CreditEffect } from '#core/change/effect'

/** One line of a volunteer's ledger; it is never changed and never removed. */
export interface LedgerLine {
  /** `<memberId>:<seq>`: two writers of the same seq collide. */
  _id: string
  communityId: string
  memberId: MemberId
  /** 1, 2, 3 … without gaps. */
  seq: number
  kind: 'recorded' | 'honour' | 'reversal'
  /** What is credited; unique per member. */
  source: string
  /** The line this one takes back, and the kind of that line. */
  reverses?: string
  reversedKind?: 'recorded' | 'honour'
  /**
   * The member on whose word it rests, without a name: the second leader of an honour line, or who reversed
   * the line.
   */
  byId?: MemberId
  /** Of a service credited by word: who proposed it; `byId` approved. */
  proposedById?: MemberId
  reason?: string
  /** The project it belongs to. */
  projectId?: string
  /** The day of the service. */
  day: Day
  /** What the attendance adds to the time in which the person had served already; see `countedOnce`. */
  minutes: number
  /** Another attendance had counted some of the time; absent where none had. */
  overlap?: Overlap
  teamId: TeamId
  /** What the team was called when the line was written; absent in lines from before it was kept. */
  teamName?: string
  title: string
  /** The attendance that counts. */
  servedFrom: Instant
  servedTo: Instant
  creditedAt: Instant
  /** Running totals including this line. */
  totals: Totals
  /** The hash of the line before; 64 zeros for the first. */
  prev: string
  /** The SHA-256 of this line without `hash` itself and `mark`; the line names no person. */
  hash: string
  /** See marks.ts; absent in lines from before lines were marked. */
  mark?: string
}
export interface Totals {
  recordedMinutes: number
  honourMinutes: number
  /** Recorded and honour minutes by team. */
  byTeam: Record<TeamId, number>
  /** Recorded and honour minutes by project; minutes without a project are left out. */
  byProject: Record<string, number>
}

export const genesisHash = '0'.repeat(64)
const nothing: Totals = { recordedMinutes: 0, honourMinutes: 0, byTeam: {}, byProject: {} }

export function hashOf(entry: Omit<LedgerLine, 'hash'>): string {
  const { hash: _, mark: _mark, ...rest } = entry as LedgerLine
  const digest = sha256(new TextEncoder().encode(canonicalJson(rest)))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/**
 * The line that credits minutes after `tail`, or takes a line back. `tail` is undefined for a member's first
 * line.
 */
export function nextEntry(
  tail: LedgerLine | undefined,
  credit: CountedCredit,
  communityId: string,
  now: Instant,
): LedgerLine {
  const { memberId, minutes, overlap, teamId, teamName, projectId } = credit
  const { reverses, byId, proposedById, reason, kind = 'recorded' } = credit
  const before = tail?.totals ?? nothing
  const seq = (tail?.seq ?? 0) + 1
  const entry: Omit<LedgerLine, 'hash'> = {
    _id: `${memberId}:${seq}`,
    communityId,
    memberId,
    seq,
    kind: reverses === undefined ? kind : 'reversal',
    source: credit.source,
    minutes,
    teamId,
    title: credit.title,
    servedFrom: credit.servedFrom,
    servedTo: credit.servedTo,
    day: dayOf(credit.servedFrom),
    creditedAt: Math.max(now, tail?.creditedAt ?? 0),
    totals: {
      recordedMinutes: before.recordedMinutes + (kind === 'recorded' ? minutes : 0),
      honourMinutes: before.honourMinutes + (kind === 'honour' ? minutes : 0),
      byTeam: plus(before.byTeam, teamId, minutes),
      byProject: plus(before.byProject, projectId, minutes),
    },
    prev: tail?.hash ?? genesisHash,
  }
  if (reverses !== undefined) Object.assign(entry, { reverses, reversedKind: kind })
  if (byId !== undefined) entry.byId = byId
  if (proposedById !== undefined) entry.proposedById = proposedById
  if (reason !== undefined) entry.reason = reason
  if (projectId !== undefined) entry.projectId = projectId
  if (overlap !== undefined) entry.overlap = overlap
  if (teamName !== undefined) entry.teamName = teamName
  return { ...entry, hash: hashOf(entry) }
}

/**
 * The credit with its team's name and its project: the one it names, otherwise its team's. A project that the
 * community no longer has is left out. A credit that takes a line back has the project and the name of that line.
 */
export function withTeam(
  { projectId: named, ...credit }: CreditEffect,
  { teams, projects }: Pick<WholeCommunity, 'teams' | 'projects'>,
): CreditEffect {
  if (credit.reverses !== undefined) return { ...credit, ...(named !== undefined && { projectId: named }) }
  const team = teams.find(({ teamId }) => teamId === credit.teamId)
  const projectId = named ?? team?.projectId
  const known = projects.some((project) => project.projectId === projectId)
  return {
    ...credit,
    ...(team && { teamName: team.name }),
    ...(projectId !== undefined && known && { projectId }),
  }
}

const plus = (
  sums: Record<string, number>,
  of: string | undefined,
  minutes: number,
): Record<string, number> => (of === undefined ? sums : { ...sums, [of]: (sums[of] ?? 0) + minutes })

/** Whether a line counts as recorded service; an honour line and its reversal do not. */
export const isRecorded = ({ kind, reversedKind }: Pick<LedgerLine, 'kind' | 'reversedKind'>): boolean =>
  kind === 'recorded' || reversedKind === 'recorded'

/**
 * The number of the first line that does not follow from the one before; undefined for an unbroken chain from
 * seq 1.
 */
export function firstBreak(entries: readonly LedgerLine[]): number | undefined {
  let before: LedgerLine | undefined
  for (const entry of entries) {
    const follows = entry.seq === (before?.seq ?? 0) + 1 && entry.prev === (before?.hash ?? genesisHash)
    if (!follows || hashOf(entry) !== entry.hash) return entry.seq
    before = entry
  }
  return undefined
}

/**
 * What a volunteer's own document notes about their ledger: the number of lines, and the hash of the last.
 */
export interface Head {
  lines: number
  hash: string
  /** See marks.ts; absent where it was noted before notes had one. */
  mark?: string | undefined
}

/**
 * `missing`: the lines from `seq` to `until` are gone. `changed`: the line was edited. `rewritten`: the last
 * line is not the one that was noted.
 */
export type ChainBreak =
  | { what: 'missing'; seq: number; until: number }
  | { what: 'changed' | 'rewritten'; seq: number }

/**
 * Every fault of a ledger, in order. The lines are numbered from 1 and the head gives their number, so
 * removed lines are found at the beginning, in the middle, at the end, and where all are gone. A head that is
 * behind is no fault, since it is noted after its line.
 *
 * @param entries in the order of `seq`.
 */
export function breaksIn(entries: readonly LedgerLine[], head: Head | undefined): ChainBreak[] {
  const breaks: ChainBreak[] = []
  let before: LedgerLine | undefined
  for (const entry of entries) {
    const due = (before?.seq ?? 0) + 1
    if (entry.seq > due) breaks.push({ what: 'missing', seq: due, until: entry.seq - 1 })
    const follows = entry.seq > due || (entry.seq === due && entry.prev === (before?.hash ?? genesisHash))
    if (!follows || hashOf(entry) !== entry.hash) breaks.push({ what: 'changed', seq: entry.seq })
    before = entry
  }
  if (head === undefined) return breaks
  const last = before?.seq ?? 0
  if (last < head.lines) return [...breaks, { what: 'missing', seq: last + 1, until: head.lines }]
  const noted = entries.find(({ seq }) => seq === head.lines)
  return noted && noted.hash !== head.hash ? [...breaks, { what: 'rewritten', seq: head.lines }] : breaks
}

/** 0 to 5, from recorded minutes only. */
export function starsFor(recordedMinutes: number): number {
  return starHours.filter((hours) => recordedMinutes >= hours * 60).length
}
