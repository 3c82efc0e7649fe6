import * as v from 'valibot'
import { type ContractRow, reply } from './shared/operation'
import type { Page } from './shared/scalars'
import {
  type Day,
  day,
  type Instant,
  id,
  instant,
  line,
  type MemberId,
  paging,
  type TeamId,
  wholeNumber,
} from './shared/scalars'

export const hoursStatement = v.object({ memberId: v.optional(id), ...paging })

/** A line of a ledger: `<memberId>:<seq>`. */
const entryId = v.pipe(v.string(), v.maxLength(80), v.regex(/^[A-Za-z][A-Za-z0-9_-]*:\d{1,9}$/))

export const hoursHonour = v.object({
  memberId: id,
  /** Absent: the leader's own team. */
  teamId: v.optional(id),
  minutes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60 * 24 * 7)),
  reason: line(2, 60),
})

/** Credits a service that no code could prove: when it was, or how long it lasted from its planned beginning. */
export const hoursWord = v.pipe(
  v.object({
    shiftId: v.optional(id),
    bookingId: v.optional(id),
    memberId: id,
    from: v.optional(instant),
    to: v.optional(instant),
    minutes: v.optional(wholeNumber(1, 24 * 60)),
    reason: line(2, 60),
  }),
  v.check(
    ({ shiftId, bookingId }) => (shiftId === undefined) !== (bookingId === undefined),
    'a shift or a booking',
  ),
  v.check(
    ({ from, to, minutes }) =>
      minutes === undefined ? from !== undefined && to !== undefined : to === undefined,
    'from and to, or minutes',
  ),
)

export const hoursWords = v.object({ month: v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])$/)) })

export const hoursApproveHonour = v.object({
  /** The id that `hours.honour` answered. */
  entryId: id,
  accept: v.optional(v.boolean(), true),
  reason: v.optional(line(2, 200)),
})

/** Without a team: what waits for the caller's second word. */
export const hoursHonours = v.object({ teamId: v.optional(id), ...paging })

/** The id of a line; or the id that `hours.honour` answered, which stands for the line that it became. */
export const hoursReverse = v.object({ entryId: v.union([entryId, id]), reason: line(2, 200) })

/** A year of a ledger, by month. */
export const hoursMonths = v.object({
  memberId: v.optional(id),
  year: v.pipe(v.number(), v.integer(), v.minValue(2000), v.maxValue(2100)),
})

export const hoursLeaderboard = v.object({
  month: v.optional(v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])$/))),
})

export const hoursDigest = v.object({ day: v.optional(day) })

/** Checks the chains of some volunteers at a time. */
export const hoursVerify = v.object({ ...paging })

export type HonourState = 'proposed' | 'approved' | 'declined'

/** A service that a word credits. */
export interface WordView {
  about: 'shift' | 'booking'
  /** Its title, as the ledger's line has it. */
  title: string
  from: Instant
  to: Instant
}

export interface HonourView {
  /** It credits a service that no code could prove, as recorded hours; absent for honour minutes. */
  word?: WordView
  teamName?: string
  entryId: string
  memberId: MemberId
  name: string
  minutes: number
  reason: string
  state: HonourState
  proposedBy: string
  proposedAt: Instant
  /** The caller may approve or decline it as the second leader. */
  mayDecide?: true
  /** It would take the member above the month's most; an admin decides. */
  needsAdmin?: true
}

/** What waits, or what was proposed in a team; and how many words the caller may still propose in this month. */
export interface Honours extends Page<HonourView> {
  wordsLeft?: number
}

/** Who proposed and who approved services by word in a month, the pairs with the most first. */
export interface WordPair {
  proposedBy: string
  approvedBy: string
  words: number
  minutes: number
  /** Whose minutes they were, each once. */
  members: string[]
}

export interface MonthOfHours {
  /** `YYYY-MM` */
  month: string
  recordedMinutes: number
  honourMinutes: number
}

/** Lists only members who agreed to be named, the most hours first. */
export interface Leaderboard {
  /** Absent: hours of all time. */
  month?: string
  places: { place: number; name: string; minutes: number; mine?: true }[]
  /** The caller's consent; absent for a visitor. */
  agreed?: boolean
}

export interface HoursDigest {
  day: Day
  entries: number
  prev: string
  digest: string
}

/**
 * Where a chain of lines, or of digests, breaks; it names nothing but ids. `missing`: the lines from `seq` to
 * `until` are gone (`whole`: all lines of the ledger). `changed`: the line was edited. `rewritten`: the last
 * line is not the one that was noted. `unnoted`: the volunteer's document has no note of the ledger. `forged`: the
 * line was not written by this deployment. `misnoted`: the note was not. `missummed`: the sums kept of the lines up to `seq` are not what these give. `day`: the digest of that day does not
 * follow, or its sums are not those of its lines. `certificateNo`: what the certificate says was changed, or the
 * ledger under it.
 */
export type HoursBreak =
  | { memberId: MemberId; what: 'missing'; seq: number; until: number; whole?: true }
  | {
      memberId: MemberId
      what: 'changed' | 'rewritten' | 'unnoted' | 'forged' | 'misnoted' | 'missummed'
      seq: number
    }
  | { day: Day; what?: 'sums' }
  | { certificateNo: string; what: 'words_changed' | 'ledger_changed' | 'attendance_changed' }

export interface HoursVerified {
  chains: number
  entries: number
  breaks: HoursBreak[]
  /** How many certificates were checked. */
  certificates?: number
  /**
   * Lines and certificates from before they had a mark: only the volunteer's note and the digests vouch for
   * these lines, and only the ledger for the hours of these certificates.
   */
  unmarkedLines?: number
  unmarkedCertificates?: number
  nextCursor?: string
}

export interface TeamHours {
  teamId: TeamId
  recordedMinutes: number
  honourMinutes: number
}

/**
 * Whole recorded hours for one to five stars. Source: the scale that volunteer organisations commonly use;
 * the operator has to check it.
 */
export const starHours = [100, 300, 600, 1000, 1500] as const

/** What of an attendance another attendance of the same person had counted already. */
export interface Overlap {
  minutes: number
  /** What the person did there. */
  titles: string[]
}

export interface HoursEntry {
  entryId: string
  seq: number
  minutes: number
  kind: 'recorded' | 'honour' | 'reversal'
  teamId: TeamId
  /** What the team was called when the line was written; absent in lines from before it was kept. */
  teamName?: string
  title: string
  servedFrom: Instant
  servedTo: Instant
  creditedAt: Instant
  /** It was credited by word: who proposed it, and who approved it. */
  word?: { proposedBy: string; approvedBy: string }
  /** Why the line counts for less than the attendance lasted. */
  overlap?: Overlap
  /** The id of the line that this line takes back. */
  reverses?: string
  /** Another line takes this line back. */
  reversed?: true
  reason?: string
  projectId?: string
}

/** `totalMinutes = recordedMinutes + honourMinutes`; stars count recorded minutes only. */
export interface Statement {
  memberId: string
  name: string
  volunteerNo?: string
  totalMinutes: number
  recordedMinutes: number
  honourMinutes: number
  /** 0 to 5, see `starHours`. */
  stars: number
  byTeam: { teamId: TeamId; minutes: number }[]
  /** The minutes of services that belong to a project. */
  byProject: { projectId: string; minutes: number }[]
  items: HoursEntry[]
  nextCursor?: string
}

export const hoursOperations = {
  'hours.statement': { input: hoursStatement, reply: reply<Statement>() },
  'hours.honour': { input: hoursHonour, reply: reply<{ entryId: string }>() },
  'hours.approveHonour': { input: hoursApproveHonour, reply: reply<{ entryId: string }>() },
  'hours.honours': { input: hoursHonours, reply: reply<Honours>() },
  'hours.word': { input: hoursWord, reply: reply<{ entryId: string }>() },
  'hours.words': { input: hoursWords, reply: reply<{ pairs: WordPair[] }>() },
  'hours.reverse': { input: hoursReverse, reply: reply<{ entryId: string }>() },
  'hours.months': { input: hoursMonths, reply: reply<{ months: MonthOfHours[] }>() },
  'hours.leaderboard': { input: hoursLeaderboard, reply: reply<Leaderboard>() },
  'hours.digest': { input: hoursDigest, reply: reply<HoursDigest>() },
  'hours.verify': { input: hoursVerify, reply: reply<HoursVerified>() },
} as const satisfies Record<string, ContractRow>
