import type { Instant, MemberId } from '#contract/shared/scalars'
import type { Digest } from '#core/hours/digest'
import type { Honour, Reversal } from '#core/hours/honour'
import type { HonourMonth } from '#core/hours/honourMonth'
import type { LedgerLine } from '#core/hours/ledger'
import type { LedgerSums } from '#core/hours/ledgerSums'
import type { DaySums } from '#core/hours/sums'
import { goesWith, losesName, remains } from '#store/engine/fate'
import { apart, goesAlong, rekeyed } from '#store/engine/join'
import { row } from '#store/engine/row'

/** The sums of one day's service over all members, made anew after a line of that day was credited. */
export interface HourSums extends DaySums {
  /** Joined from the community and the day. */
  _id: string
  communityId: string
  day: string
  /** Grows by one whenever the day owes a recount. */
  rev: number
  /** Since when it owes a recount; null, or absent in a document from before it was kept, where it owes none. */
  dueAt: Instant | null
  setbacks?: number
}

/** The sums of a ledger, kept up to the last line of a page. They owe a count while they are due. */
export interface StoredLedgerSums extends LedgerSums {
  _id: MemberId
  communityId: string
  /** Grows by one whenever they owe a count. */
  rev: number
  dueAt: Instant | null
  setbacks?: number
}

export const entriesRow = row<LedgerLine>()({
  indexes: {
    byDay: ['communityId', 'day'],
    credited: ['communityId', 'creditedAt'],
    firsts: ['communityId', 'seq'],
    year: ['memberId', 'day'],
    since: ['memberId', 'creditedAt'],
    bySeq: ['memberId', '-seq'],
    source: { unique: ['memberId', 'source'] },
  },
  sealed: {},
  fate: remains('A chain of hashes over everything but names: it holds none.'),
  joins: apart('A line is never changed: carryHours writes new ones.'),
  passes: false,
})

export const digestsRow = row<Digest>()({
  indexes: { byDay: ['communityId', 'day'] },
  sealed: {},
  fate: remains('Hashes.'),
  joins: apart('Hashes.'),
  passes: false,
})

export const hourSumsRow = row<HourSums>()({
  indexes: { byDay: ['communityId', 'day'], due: ['dueAt'] },
  sealed: {},
  fate: remains('Minutes by member id; a member id names nobody once its member is forgotten.'),
  joins: apart('Made anew from the lines.'),
  passes: true,
})

export const ledgerSumsRow = row<StoredLedgerSums>()({
  indexes: { due: ['dueAt'] },
  sealed: {},
  fate: goesWith('_id'),
  joins: apart('They are of the ledger they count.'),
  passes: true,
})

export const honoursRow = row<Honour>()({
  indexes: {
    byTeam: ['teamId', '-proposedAt'],
    waiting: ['communityId', 'state', '-proposedAt'],
    words: ['communityId', 'kind', '-proposedAt'],
    due: ['dueAt'],
  },
  sealed: {},
  fate: losesName,
  joins: goesAlong,
  passes: true,
})

export const honourMonthsRow = row<HonourMonth>()({
  indexes: {},
  sealed: {},
  fate: remains('Minutes by the id of an honour; a member id names nobody once its member is forgotten.'),
  joins: rekeyed((moved, there) => ({ ...there, held: { ...moved.held, ...there.held } })),
  passes: false,
})

export const reversalsRow = row<Reversal>()({
  indexes: { due: ['dueAt'] },
  sealed: {},
  fate: losesName,
  joins: apart('They are about lines of the account’s own ledger.'),
  passes: true,
})
