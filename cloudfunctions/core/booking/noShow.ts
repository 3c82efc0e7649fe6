import type { AttendanceProof, NoShowSide, NoShowState, NoShowView } from '#contract/booking'
import type { Limits } from '#contract/community'
import type { BookingId, Instant, MemberId, TeamId } from '#contract/shared/scalars'
import { dayMs, hourMs, minuteMs } from '#contract/shared/time'
import type { Proof } from '#core/attendance/attendance'
import {
  type Aggregate,
  type Command,
  type Decision,
  type Recorded,
  unwritten,
  withEffects,
  withEvent,
} from '#core/change/aggregate'
import type { Effect, LeadersEffect, NoShowSaidEffect, NoticeEffect } from '#core/change/effect'
import type { Booking } from './booking'
import { bookingNotice } from './effects'
import { bookingWithEffects } from './wakes'

/**
 * One party of a booking said that the other did not come. Each claim has one at most: the other party can
 * only appeal.
 */
export interface NoShow extends Aggregate {
  /** `<bookingId>_<claim>` */
  _id: string
  bookingId: BookingId
  /** The number of the booking's claim it is about, from 1. */
  claim: number
  teamId: TeamId
  kindTitle: string
  windowFrom: Instant
  /** The party that is said not to have come. */
  side: NoShowSide
  accusedId: MemberId
  accusedName: string
  saidById: MemberId
  saidByName: string
  /** Who said it for that party; absent where the party did. */
  spokenById?: MemberId
  state: NoShowState
  saidAt: Instant
  /** Codes of this claim that arrived after it was said, one for each step. */
  proofs?: AttendanceProof[]
  events: Recorded<NoShowState | 'proved'>[]
}

export const noShowId = (bookingId: BookingId, claim: number): string => `${bookingId}_${claim}`

/**
 * When a party may report that the other did not come: some minutes after the beginning, since people are
 * late.
 */
export const noShowFrom = ({ windowFrom }: Pick<Booking, 'windowFrom'>, limits: Limits): Instant =>
  windowFrom + limits.noShowWaitMinutes * minuteMs

/** The side that this member would accuse; undefined where the member is no party. */
function otherSide(booking: Booking, memberId: MemberId): NoShowSide | undefined {
  if (booking.requesterId === memberId) return 'claimer'
  return booking.claimerId === memberId ? 'requester' : undefined
}

/**
 * A party reports that the other did not come. If the volunteer did not come, the booking returns to the hall
 * while its window lasts, and ends after that. If nobody was at home, it ends at once. The accused and the
 * leaders are told.
 */
export function decideNoShow(
  booking: Booking,
  command: Command,
  by: { memberId: MemberId; name: string },
  note: string,
  limits: Limits,
): Decision<Booking> {
  const side = otherSide(booking, by.memberId)
  const { claimerId, claimerName, claims } = booking
  if (side === undefined) return { refusal: 'forbidden' }
  if (booking.state === 'cancelled' || booking.state === 'expired') return { refusal: booking.state }
  if (booking.state !== 'claimed' || claimerId === null) return { refusal: 'conflict' }
  if (booking.wakesAt !== null && booking.wakesAt <= command.at) return { refusal: 'expired' }
  if (command.at < noShowFrom(booking, limits)) return { refusal: 'no_show_early' }
  const event = side === 'claimer' ? 'no_show_claimer' : 'no_show_requester'
  const said = withEvent(booking, command, event, note)
  const next: Booking =
    side === 'requester'
      ? { ...said, state: 'cancelled' }
      : booking.windowTo > command.at
        ? {
            ...said,
            state: 'open',
            claimerId: null,
            claimerName: null,
            givenBackIds: [...(booking.givenBackIds ?? []).filter((id) => id !== claimerId), claimerId],
          }
        : { ...said, state: 'expired' }
  const accused =
    side === 'claimer'
      ? { accusedId: claimerId, accusedName: claimerName ?? '' }
      : { accusedId: booking.requesterId, accusedName: booking.requesterName }
  const noted: NoShowSaidEffect = {
    effect: 'noShowSaid',
    cause: `${next._id}:${next.rev}`,
    bookingId: booking._id,
    claim: claims,
    teamId: booking.teamId,
    kindTitle: booking.kindTitle,
    windowFrom: booking.windowFrom,
    side,
    ...accused,
    saidById: by.memberId,
    saidByName: by.name,
    ...(command.onBehalf && command.whoId !== undefined && { spokenById: command.whoId }),
    note,
    at: command.at,
  }
  const kind = side === 'claimer' ? 'no_show_claimer' : 'no_show_requester'
  const sayer = { who: by.name, whoId: by.memberId, note }
  return bookingWithEffects(next, command, limits, [
    { effect: 'freeDiary', memberId: claimerId, heldFor: booking._id, at: command.at },
    noted,
    bookingNotice(next, accused.accusedId, kind, sayer),
    { ...leadersOf(next, 'no_show_said'), who: accused.accusedName, whoId: accused.accusedId, note },
    ...(next.state === 'open'
      ? [{ effect: 'offer' as const, cause: `${next._id}:${next.rev}:offer`, bookingId: next._id }]
      : []),
  ])
}

const leadersOf = (booking: Booking, kind: LeadersEffect['kind']): LeadersEffect => ({
  effect: 'tellLeaders',
  noticeId: `n_${booking._id}_${booking.rev}_${kind}`,
  teamId: booking.teamId,
  kind,
  bookingId: booking._id,
  title: booking.kindTitle,
  windowFrom: booking.windowFrom,
})

/** The record of a no-show before anybody has answered. */
export function newNoShow(said: NoShowSaidEffect, communityId: string): NoShow {
  const { bookingId, claim, teamId, kindTitle, windowFrom, side } = said
  const { accusedId, accusedName, saidById, saidByName, spokenById, at } = said
  return {
    _id: noShowId(bookingId, claim),
    communityId,
    ...unwritten(),
    bookingId,
    claim,
    teamId,
    kindTitle,
    windowFrom,
    side,
    accusedId,
    accusedName,
    saidById,
    saidByName,
    ...(spokenById !== undefined && { spokenById }),
    state: 'said',
    saidAt: at,
  }
}

/** Records a no-show once; a repeat changes nothing. */
export function decideNoShowSaid(noShow: NoShow, command: Command, said: NoShowSaidEffect): Decision<NoShow> {
  if (noShow.events.length > 0) return { next: noShow }
  const line = { ...command, at: said.at, who: said.saidByName, whoId: said.saidById }
  return { next: withEvent(noShow, line, 'said', said.note) }
}

const appealEndsAt = ({ saidAt }: Pick<NoShow, 'saidAt'>, limits: Limits): Instant =>
  saidAt + limits.appealDays * dayMs

/** Whoever had claimed the booking: the accused, or who said that the resident did not come. */
export const claimerOf = ({ side, accusedId, saidById }: NoShow): MemberId =>
  side === 'claimer' ? accusedId : saidById

/**
 * A code of this claim proves that its volunteer was there: they had checked in without a network before it
 * was said, or checked out after such a check-in. It counts as the appeal. Decided already, the first proof
 * lays it before the leaders once more; nothing is credited.
 */
export function decideProof(
  noShow: NoShow,
  command: Command,
  step: AttendanceProof['step'],
  proof: Proof,
  limits: Limits,
): Decision<NoShow> {
  const { proofs = [], state } = noShow
  if (proofs.some((kept) => kept.step === step)) return { next: noShow }
  if (command.at - proof.at > limits.lateReportHours * hourMs) return { refusal: 'too_late' }
  const cameAt = proofs.find((kept) => kept.step === 'checkIn')?.at
  const before = noShow.saidAt + limits.codeStepSeconds * 1000
  const opensAt = noShow.windowFrom - limits.checkInOpensMinutes * minuteMs
  if (step === 'checkIn' ? proof.at > before : cameAt === undefined || proof.at < cameAt)
    return { refusal: 'conflict' }
  if (proof.at < opensAt) return { refusal: 'too_early' }
  const opens = state !== 'lifted' && (state !== 'upheld' || proofs.length === 0)
  const next: NoShow = {
    ...withEvent(noShow, command, 'proved'),
    proofs: [...proofs, { step, at: proof.at, how: proof.how, reportedAt: command.at }],
    state: opens ? 'appealed' : state,
  }
  return withEffects(next, command, state === 'lifted' ? [] : [toLeaders(next, command, step)])
}

const toLeaders = (
  { _id, teamId, bookingId, kindTitle, windowFrom }: NoShow,
  { who = '', whoId }: Command,
  step: AttendanceProof['step'],
): LeadersEffect => ({
  effect: 'tellLeaders',
  noticeId: `n_${_id}_proved_${step}`,
  teamId,
  kind: 'no_show_proved',
  bookingId,
  title: kindTitle,
  windowFrom,
  who,
  ...(whoId === undefined ? {} : { whoId }),
})

const hasAppealed = ({ events }: NoShow): boolean => events.some(({ event }) => event === 'appealed')

/** The accused appeals, once and within some days; the leaders are told. */
export function decideAppeal(
  noShow: NoShow,
  command: Command,
  memberId: MemberId,
  note: string,
  limits: Limits,
): Decision<NoShow> {
  if (noShow.accusedId !== memberId) return { refusal: 'not_accused' }
  if (noShow.state !== 'said' && noShow.state !== 'appealed') return { refusal: 'already_decided' }
  if (hasAppealed(noShow)) return { refusal: 'already_appealed' }
  if (appealEndsAt(noShow, limits) <= command.at) return { refusal: 'appeal_over' }
  const next: NoShow = { ...withEvent(noShow, command, 'appealed', note), state: 'appealed' }
  const told: Effect = {
    effect: 'tellLeaders',
    noticeId: `n_${next._id}_appealed`,
    teamId: next.teamId,
    kind: 'no_show_appealed',
    bookingId: next.bookingId,
    title: next.kindTitle,
    windowFrom: next.windowFrom,
    who: next.accusedName,
    whoId: memberId,
    note,
  }
  return withEffects(next, command, [told])
}

/** Whether somebody is one of the two, or has spoken for one of them; whoever decided it has not. */
const isConcerned = ({ accusedId, saidById, spokenById, events }: NoShow, memberId: MemberId): boolean =>
  [accusedId, saidById, spokenById].includes(memberId) ||
  events.some(({ event, whoId }) => event !== 'upheld' && event !== 'lifted' && whoId === memberId)

/**
 * A leader upholds or lifts it, with a reason; both parties are told. It is decided once, and once more after
 * a proof. Neither of the two decides, nor who has spoken for one of them.
 */
export function decideNoShowWord(
  noShow: NoShow,
  command: Command,
  by: MemberId,
  word: { stands: boolean; reason: string },
): Decision<NoShow> {
  if (noShow.state === 'upheld' || noShow.state === 'lifted') return { refusal: 'already_decided' }
  if (isConcerned(noShow, by)) return { refusal: 'own_no_show' }
  const state = word.stands ? 'upheld' : 'lifted'
  const next: NoShow = { ...withEvent(noShow, command, state, word.reason), state }
  const told = (to: MemberId): NoticeEffect => ({
    effect: 'notice',
    noticeId: `n_${next._id}_${next.rev}_${state}_${to}`,
    to,
    kind: word.stands ? 'no_show_upheld' : 'no_show_lifted',
    bookingId: next.bookingId,
    title: next.kindTitle,
    windowFrom: next.windowFrom,
    who: next.accusedName,
    whoId: next.accusedId,
    note: word.reason,
  })
  return withEffects(next, command, [told(next.accusedId), told(next.saidById)])
}

/**
 * Whether it counts now: a leader upheld it, or nobody appealed in time. It does not count while an appeal
 * waits, and no longer than `noShowDays`.
 */
export function noShowCounts(
  noShow: Pick<NoShow, 'saidAt' | 'state'>,
  now: Instant,
  limits: Limits,
): boolean {
  if (now - noShow.saidAt >= limits.noShowDays * dayMs) return false
  return noShow.state === 'upheld' || (noShow.state === 'said' && appealEndsAt(noShow, limits) <= now)
}

/** How often a volunteer claimed lately and did not come. */
export const missedIn = (
  noShows: readonly Pick<NoShow, 'side' | 'saidAt' | 'state'>[],
  now: Instant,
  limits: Limits,
): number => noShows.filter((one) => one.side === 'claimer' && noShowCounts(one, now, limits)).length

/** Whether a volunteer missed so many claims lately that they may claim only one booking at a time. */
export const takesOneByOne = (noShows: readonly NoShow[], now: Instant, limits: Limits): boolean =>
  missedIn(noShows, now, limits) >= limits.noShowsBeforeOneByOne

/**
 * The no-show as the viewer may see it: a party sees its own, a leader of the team sees all. Undefined for
 * others.
 */
export function noShowViewOf(
  noShow: NoShow,
  viewer: { memberId: MemberId | undefined; staff: boolean; leads: boolean },
  now: Instant,
  limits: Limits,
): NoShowView | undefined {
  const { memberId, staff, leads } = viewer
  const own = noShow.accusedId === memberId ? 'accused' : noShow.saidById === memberId ? 'said' : undefined
  if (!own && !staff) return undefined
  const undecided = noShow.state === 'said' || noShow.state === 'appealed'
  const lineOf = (name: NoShowState) => noShow.events.filter(({ event }) => event === name).at(-1)
  const [said, appeal] = [lineOf('said'), lineOf('appealed')]
  const word = undecided ? undefined : lineOf(noShow.state)
  const waits = own === 'accused' && undecided && !hasAppealed(noShow)
  const mayAppeal = waits && appealEndsAt(noShow, limits) > now
  return {
    claim: noShow.claim,
    side: noShow.side,
    accusedName: noShow.accusedName,
    saidByName: noShow.saidByName,
    saidAt: noShow.saidAt,
    note: said?.note ?? '',
    state: noShow.state,
    ...(own && { own }),
    ...(appeal && { appeal: { at: appeal.at, note: appeal.note ?? '' } }),
    ...(noShow.proofs && { proofs: noShow.proofs }),
    ...(word && { word: { at: word.at, who: word.who ?? '', reason: word.note ?? '' } }),
    ...(mayAppeal && { appealUntil: appealEndsAt(noShow, limits) }),
    ...(leads && !own && undecided && { mayDecide: true as const }),
  }
}
