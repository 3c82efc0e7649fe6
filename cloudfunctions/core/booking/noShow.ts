import type { NoShowSide, NoShowState, NoShowView } from '#contract/booking'
import type { Limits } from '#contract/community'
import type { BookingId, Instant, MemberId, TeamId } from '#contract/shared/scalars'
import { dayMs, minuteMs } from '#contract/shared/time'
import {
  type Aggregate,
  type Command,
  type Decision,
  owing,
  type Recorded,
  record,
} from '#core/change/aggregate'
import type { Effect, LeadersEffect, NoShowSaidEffect, NoticeEffect } from '#core/change/effect'
import type { Booking } from './booking'
import { bookingNotice } from './effects'
import { bookingOwing } from './wakes'

/** 失约: one party of a booking said that the other did not come. One for each claim: the other's word is an appeal. */
export interface NoShow extends Aggregate {
  /** `<bookingId>_<claim>` */
  _id: string
  bookingId: BookingId
  /** The how-many-eth claim of the booking it is about. */
  claim: number
  teamId: TeamId
  kindTitle: string
  windowFrom: Instant
  /** Who is said not to have come. */
  side: NoShowSide
  accusedId: MemberId
  accusedName: string
  saidById: MemberId
  saidByName: string
  state: NoShowState
  saidAt: Instant
  events: Recorded<NoShowState>[]
}

export const noShowId = (bookingId: BookingId, claim: number): string => `${bookingId}_${claim}`

/** When a party may say that the other did not come: a while after the beginning, since people are late. */
export const noShowFrom = ({ windowFrom }: Pick<Booking, 'windowFrom'>, limits: Limits): Instant =>
  windowFrom + limits.noShowWaitMinutes * minuteMs

/** Which side the member would accuse; undefined for who is no party. */
function otherSide(booking: Booking, memberId: MemberId): NoShowSide | undefined {
  if (booking.requesterId === memberId) return 'claimer'
  return booking.claimerId === memberId ? 'requester' : undefined
}

/**
 * A party says that the other did not come. A volunteer who did not come loses the booking: it returns to the hall while
 * its window lasts, and ends after it. Where nobody was at home it ends at once. Whoever is said not to have come and the
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
  const said: Booking = { ...record(booking, command, event, note), codeMisses: null }
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
    note,
    at: command.at,
  }
  const kind = side === 'claimer' ? 'no_show_claimer' : 'no_show_requester'
  const sayer = { who: by.name, whoId: by.memberId, note }
  return bookingOwing(next, command, limits, [
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

/** What stands on record before anybody has answered. */
export function newNoShow(said: NoShowSaidEffect, communityId: string): NoShow {
  const { bookingId, claim, teamId, kindTitle, windowFrom, side } = said
  const { accusedId, accusedName, saidById, saidByName, at } = said
  return {
    _id: noShowId(bookingId, claim),
    communityId,
    rev: 0,
    events: [],
    pending: [],
    wakesAt: null,
    dueAt: null,
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
    state: 'said',
    saidAt: at,
  }
}

/** Puts on record what was said; a late repeat finds it there. */
export function decideNoted(noShow: NoShow, command: Command, said: NoShowSaidEffect): Decision<NoShow> {
  if (noShow.events.length > 0) return { next: noShow }
  const line = { ...command, at: said.at, who: said.saidByName, whoId: said.saidById }
  return { next: record(noShow, line, 'said', said.note) }
}

const appealEndsAt = ({ saidAt }: NoShow, limits: Limits): Instant => saidAt + limits.appealDays * dayMs

/** What the accused says to it, once and within some days; the leaders are told. */
export function decideAppeal(
  noShow: NoShow,
  command: Command,
  memberId: MemberId,
  note: string,
  limits: Limits,
): Decision<NoShow> {
  if (noShow.accusedId !== memberId) return { refusal: 'not_accused' }
  if (noShow.state === 'appealed') return { refusal: 'already_appealed' }
  if (noShow.state !== 'said') return { refusal: 'already_decided' }
  if (appealEndsAt(noShow, limits) <= command.at) return { refusal: 'appeal_over' }
  const next: NoShow = { ...record(noShow, command, 'appealed', note), state: 'appealed' }
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
  return owing(next, command, [told])
}

/** A leader's word, once, with a reason; both are told. Whoever it is about does not decide it. */
export function decideNoShowWord(
  noShow: NoShow,
  command: Command,
  by: MemberId,
  word: { stands: boolean; reason: string },
): Decision<NoShow> {
  if (by === noShow.accusedId || by === noShow.saidById) return { refusal: 'own_no_show' }
  if (noShow.state === 'upheld' || noShow.state === 'lifted') return { refusal: 'already_decided' }
  const state = word.stands ? 'upheld' : 'lifted'
  const next: NoShow = { ...record(noShow, command, state, word.reason), state }
  const told = (to: MemberId): NoticeEffect => ({
    effect: 'notice',
    noticeId: `n_${next._id}_${state}_${to}`,
    to,
    kind: word.stands ? 'no_show_upheld' : 'no_show_lifted',
    bookingId: next.bookingId,
    title: next.kindTitle,
    windowFrom: next.windowFrom,
    who: next.accusedName,
    whoId: next.accusedId,
    note: word.reason,
  })
  return owing(next, command, [told(next.accusedId), told(next.saidById)])
}

/**
 * Whether it counts now: a leader upheld it, or nobody has appealed in time. While an appeal waits it does not count, and
 * after `noShowDays` it counts no more.
 */
export function counts(noShow: NoShow, now: Instant, limits: Limits): boolean {
  if (now - noShow.saidAt >= limits.noShowDays * dayMs) return false
  return noShow.state === 'upheld' || (noShow.state === 'said' && appealEndsAt(noShow, limits) <= now)
}

/** Whether a volunteer failed to come so often lately that they take one booking after the other. */
export function takesOneByOne(noShows: readonly NoShow[], now: Instant, limits: Limits): boolean {
  const missed = noShows.filter((one) => one.side === 'claimer' && counts(one, now, limits))
  return missed.length >= limits.noShowsBeforeOneByOne
}

/** What the viewer may know of it: a party of it their own, whoever leads the team all. */
export function noShowViewOf(
  noShow: NoShow,
  viewer: { memberId: MemberId | undefined; staff: boolean; leads: boolean },
  now: Instant,
  limits: Limits,
): NoShowView | undefined {
  const { memberId, staff, leads } = viewer
  const own = noShow.accusedId === memberId ? 'accused' : noShow.saidById === memberId ? 'said' : undefined
  if (!own && !staff) return undefined
  const lineOf = (...names: NoShowState[]) => noShow.events.find(({ event }) => names.includes(event))
  const [said, appeal, word] = [lineOf('said'), lineOf('appealed'), lineOf('upheld', 'lifted')]
  const undecided = noShow.state === 'said' || noShow.state === 'appealed'
  const mayAppeal = own === 'accused' && noShow.state === 'said' && appealEndsAt(noShow, limits) > now
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
    ...(word && { word: { at: word.at, who: word.who ?? '', reason: word.note ?? '' } }),
    ...(mayAppeal && { appealUntil: appealEndsAt(noShow, limits) }),
    ...(leads && !own && undecided && { mayDecide: true as const }),
  }
}
