import type { Limits } from '#contract/community'
import type { HonourState } from '#contract/hours'
import type { RefusalCode } from '#contract/shared/refusal'
import type { Instant, MemberId, TeamId } from '#contract/shared/scalars'
import { dayMs, minuteMs } from '#contract/shared/time'
import {
  type Aggregate,
  type Command,
  type Decision,
  type Recorded,
  unwritten,
  withEffects,
  withEvent,
} from '#core/change/aggregate'
import type { CreditEffect, NoticeEffect, WordEffect } from '#core/change/effect'
import type { LedgerLine } from './ledger'

/** A service that a word is to credit: somebody was seen there, and no code could prove it. */
export interface Word {
  about: 'shift' | 'booking'
  /** The shift or the booking. */
  id: string
  title: string
  from: Instant
  to: Instant
  /** Of a booking: whose it is. */
  requesterId?: MemberId
}

/**
 * Minutes that a leader proposes with a reason, and that count when a second person approves: honour minutes, where
 * no service was recorded; or a service, where no attendance could be.
 */
export interface Honour extends Aggregate {
  /** Absent for honour minutes. */
  kind?: 'word'
  word?: Word
  memberId: MemberId
  memberName: string
  teamId: TeamId
  minutes: number
  reason: string
  state: HonourState
  proposerId: MemberId
  proposerName: string
  proposedAt: Instant
  /** Who has decided on it; absent before. */
  decidedById?: MemberId
  /** A leader wanted to approve it, and it takes an admin's word, see `decideOverCap`. */
  needsAdmin?: true
  events: Recorded<'proposed' | 'approved' | 'declined'>[]
}

export interface Proposal extends Pick<Honour, 'kind' | 'word'> {
  _id: string
  communityId: string
  memberId: MemberId
  memberName: string
  teamId: TeamId
  minutes: number
  reason: string
}
interface Person {
  _id: MemberId
  name: string
}

/** An honour before it is proposed. */
export function newHonour(proposal: Proposal, proposer: Person, { at }: Command): Honour {
  return {
    ...proposal,
    ...unwritten(),
    state: 'proposed',
    proposerId: proposer._id,
    proposerName: proposer.name,
    proposedAt: at,
  }
}

export const honourSource = (honourId: string): string => `honour:${honourId}`

/** The id of a word: a service of one person is proposed once at a time, whoever does so. */
export const wordId = (about: Word['about'], id: string, memberId: MemberId): string =>
  `ho_${about}_${id}_${memberId}`

/** `again`: what is said anew, of a word that was declined. */
export function decidePropose(honour: Honour, command: Command, again?: Honour): Decision<Honour> {
  if (honour.memberId === honour.proposerId) return { refusal: 'own_hours' }
  if (again && honour.events.length > 0) {
    if (honour.state === 'proposed') return { refusal: 'word_said' }
    if (honour.state === 'approved') return { refusal: 'word_moot' }
    const { rev, events, pending } = honour
    return proposed({ ...again, rev, events, pending }, command)
  }
  return proposed(honour, command)
}

function proposed(honour: Honour, command: Command): Decision<Honour> {
  const next = withEvent(honour, command, 'proposed', honour.reason)
  const noticeId = `n_${next._id}_${next.rev}`
  const { teamId, minutes, proposerName: who, proposerId: whoId } = next
  return withEffects(next, command, [
    {
      effect: 'tellLeaders',
      noticeId,
      teamId,
      kind: next.word ? 'word_proposed' : 'honour_proposed',
      ...(next.word && { title: next.word.title }),
      minutes,
      who,
      whoId,
      note: next.reason,
    },
  ])
}

/** The second leader approves or declines; neither the proposer nor the receiver may. */
export function decideHonour(
  honour: Honour,
  command: Command,
  approver: Person,
  word: { accept: boolean; reason?: string | undefined },
): Decision<Honour> {
  if (approver._id === honour.proposerId || approver._id === honour.memberId)
    return { refusal: 'second_word' }
  if (honour.state !== 'proposed') return { refusal: 'already_decided' }
  if (honour.word && !word.accept && word.reason === undefined) return { refusal: 'reason_needed' }
  const decided = { decidedById: approver._id }
  const next: Honour = word.accept
    ? { ...withEvent(honour, command, 'approved', word.reason), ...decided, state: 'approved' }
    : { ...withEvent(honour, command, 'declined', word.reason), ...decided, state: 'declined' }
  if (!word.accept) {
    const kind = next.word ? 'word_declined' : 'honour_declined'
    return withEffects(next, command, [tell(next, next.proposerId, kind, word.reason)])
  }
  if (next.word) return withEffects(next, command, [wordEffect(next, next.word, approver._id)])
  const credit: CreditEffect = {
    effect: 'credit',
    kind: 'honour',
    memberId: next.memberId,
    source: honourSource(next._id),
    minutes: next.minutes,
    teamId: next.teamId,
    title: next.reason,
    byId: approver._id,
    servedFrom: next.proposedAt,
    servedTo: next.proposedAt,
  }
  return withEffects(next, command, [credit, tell(next, next.memberId, 'honour_credited', next.reason)])
}

const wordEffect = (
  { _id, rev, memberId, memberName, reason, proposerId }: Honour,
  { about, id, from, to }: Word,
  byId: MemberId,
): WordEffect => ({
  effect: 'word',
  cause: `${_id}:${rev}`,
  about,
  id,
  memberId,
  memberName,
  from,
  to,
  reason,
  proposedById: proposerId,
  byId,
})

/** When a service was, as it is said: two times, or how long it lasted from its planned beginning. */
export interface SaidTimes {
  from?: Instant | undefined
  to?: Instant | undefined
  minutes?: number | undefined
}

/** The time that is said, or why it cannot be credited: it lies in the plan, with what is allowed before and after. */
export function wordWindow(
  { from, to, minutes }: SaidTimes,
  planned: { from: Instant; to: Instant },
  now: Instant,
  { checkInOpensMinutes, overrunMinutes, wordDays }: Limits,
): { from: Instant; to: Instant } | RefusalCode {
  const begins = from ?? planned.from
  const ends = to ?? begins + (minutes ?? 0) * minuteMs
  if (now > planned.to + wordDays * dayMs) return 'word_late'
  if (ends > now) return 'word_early'
  const early = planned.from - checkInOpensMinutes * minuteMs
  if (ends <= begins || begins < early || ends > planned.to + overrunMinutes * minuteMs) return 'word_beyond'
  return { from: begins, to: ends }
}

/**
 * A leader's yes to minutes that would take the member above the month's most. It is refused, and the first admin
 * is told, once.
 */
export function decideOverCap(honour: Honour, command: Command, adminId: MemberId): Decision<Honour> {
  if (honour.needsAdmin) return { refusal: 'honour_cap' }
  // the command is not remembered: its repeat must be refused as well
  const next: Honour = { ...honour, rev: honour.rev + 1, needsAdmin: true }
  const { memberName: who, memberId: whoId } = next
  const told = { ...tell(next, adminId, 'honour_over_cap', next.reason), who, whoId }
  return { ...withEffects(next, command, [told]), refusal: 'honour_cap' }
}

function tell(honour: Honour, to: MemberId, kind: NoticeEffect['kind'], note?: string): NoticeEffect {
  return {
    effect: 'notice',
    noticeId: `n_${honour._id}_${honour.rev}_${to}`,
    to,
    kind,
    minutes: honour.minutes,
    teamId: honour.teamId,
    ...(honour.word && { title: honour.word.title }),
    ...(note === undefined ? {} : { note }),
  }
}

/** One line of a ledger takes another one back, once; both stay. */
export interface Reversal extends Aggregate {
  /** Derived from the line, so that each line has one reversal at most. */
  _id: string
  memberId: MemberId
  entryId: string
  reversed: boolean
  events: Recorded<'reversed'>[]
}

export const reversalId = (memberId: MemberId, seq: number): string => `rv_${memberId}_${seq}`
export const reversalSource = (entryId: string): string => `reversal:${entryId}`

export function newReversal({ _id: entryId, memberId, seq, communityId }: LedgerLine): Reversal {
  return {
    _id: reversalId(memberId, seq),
    communityId,
    ...unwritten(),
    memberId,
    entryId,
    reversed: false,
  }
}

/** A reversal cannot be taken back; the minutes are credited anew, with a reason. */
export function decideReverse(
  reversal: Reversal,
  command: Command,
  entry: LedgerLine,
  by: Person,
  reason: string,
): Decision<Reversal> {
  if (entry.kind === 'reversal') return { refusal: 'not_reversible' }
  if (entry.memberId === by._id) return { refusal: 'own_hours' }
  if (reversal.reversed) return { refusal: 'already_reversed' }
  const next: Reversal = { ...withEvent(reversal, command, 'reversed', reason), reversed: true }
  const told: NoticeEffect = {
    effect: 'notice',
    noticeId: `n_${next._id}_${next.rev}`,
    to: entry.memberId,
    kind: 'hours_reversed',
    title: entry.title,
    who: by.name,
    whoId: by._id,
    note: reason,
  }
  const credit: CreditEffect = {
    effect: 'credit',
    kind: entry.kind,
    reverses: entry._id,
    memberId: entry.memberId,
    source: reversalSource(entry._id),
    minutes: -entry.minutes,
    teamId: entry.teamId,
    ...(entry.projectId === undefined ? {} : { projectId: entry.projectId }),
    ...(entry.teamName === undefined ? {} : { teamName: entry.teamName }),
    title: entry.title,
    byId: by._id,
    reason,
    servedFrom: entry.servedFrom,
    servedTo: entry.servedTo,
    told,
  }
  return withEffects(next, command, [
    credit,
    { effect: 'revokeCertificates', memberId: entry.memberId, seq: entry.seq, day: entry.day },
  ])
}
