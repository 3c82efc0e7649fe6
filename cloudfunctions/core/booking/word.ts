import type { Limits } from '#contract/community'
import { serviceMinutes } from '#core/attendance/attendance'
import { type Command, type Decision, withEvent } from '#core/change/aggregate'
import type { WordEffect } from '#core/change/effect'
import type { Booking } from './booking'
import { bookingNotice, waitsForLeader } from './effects'
import { asksRelation } from './related'
import { bookingWithEffects } from './wakes'

/**
 * Whether a booking may be credited by word to this volunteer: its time has come, no code says anything of it, and
 * nobody else has claimed it.
 */
export const takesWord = (
  { state, claimerId, checkedIn, windowFrom }: Booking,
  memberId: string,
  now: number,
): boolean =>
  (state === 'open' || state === 'claimed' || state === 'expired') &&
  checkedIn === null &&
  windowFrom <= now &&
  (claimerId === null || claimerId === memberId)

/**
 * Two people say that the volunteer came. The requester is told and may object; their silence, or their
 * confirmation, credits it. What a code has said meanwhile stands.
 */
export function decideBookingWord(
  booking: Booking,
  command: Command,
  { memberId, memberName, from, to, reason, proposedById, byId }: WordEffect,
  limits: Limits,
): Decision<Booking> {
  if (!takesWord(booking, memberId, command.at)) return { next: booking }
  const attendance = { reportedAt: command.at, how: 'word' as const, late: true }
  const next: Booking = {
    ...withEvent(booking, command, 'worded', reason),
    state: 'done',
    claimerId: memberId,
    claimerName: memberName,
    claims: booking.claims + (booking.claimerId === null ? 1 : 0),
    atRisk: null,
    invitedIds: [],
    checkedIn: { at: from, ...attendance },
    checkedOut: { at: to, ...attendance },
    minutes: serviceMinutes(from, to, limits),
    word: { proposedById, byId, reason },
  }
  const about = { who: memberName, whoId: memberId, minutes: next.minutes ?? 0, note: reason }
  return bookingWithEffects(next, command, limits, [
    ...asksRelation(next),
    bookingNotice(next, next.requesterId, 'booking_worded_for', about),
    bookingNotice(next, memberId, 'booking_worded', { minutes: next.minutes ?? 0, note: reason }),
  ])
}

/** The requester says that it was not so; then only a leader's word credits it, of who has not said it already. */
export function decideObject(
  booking: Booking,
  command: Command,
  note: string,
  limits: Limits,
): Decision<Booking> {
  if (booking.state !== 'done' || !booking.word) return { refusal: 'conflict' }
  if (booking.word.objected) return { next: booking }
  const next: Booking = {
    ...withEvent(booking, command, 'objected', note),
    word: { ...booking.word, objected: true },
  }
  return bookingWithEffects(next, command, limits, [waitsForLeader(next, 'objected')])
}
