import type { Limits } from '#contract/community'
import type { MemberId } from '#contract/shared/scalars'
import { minuteMs } from '#contract/shared/time'
import { serviceMinutes } from '#core/attendance/attendance'
import { type Command, type Decision, withEvent } from '#core/change/aggregate'
import type { CreditEffect, Effect } from '#core/change/effect'
import { type Booking, bookingSource } from './booking'
import { bookingNotice } from './effects'
import { otherFollows } from './together/hands'
import { bookingWaitOf, requesterCredits } from './waits'
import { bookingWithEffects } from './wakes'

/** What ends a booking: the requester's confirmation, their silence, or a leader's decision. */
type Ending = {
  event: 'confirmed' | 'confirmed_by_silence' | 'settled'
  /** The requester's stars and comment. */
  word: Pick<Booking, 'stars' | 'comment'>
  /** The leader's reason, and who the leader was. */
  settled?: { byId: MemberId; reason: string }
}

/** Ends the booking and credits its minutes. */
export function confirmBooking(
  booking: Booking,
  command: Command,
  { event, word, settled }: Ending,
  limits: Limits,
): Decision<Booking> {
  const { claimerId, checkedIn, checkedOut, minutes } = booking
  if (booking.state !== 'done' || claimerId === null || !checkedIn || !checkedOut || minutes === null)
    return { refusal: 'conflict' }
  const said = withEvent(withTerm(booking), command, event, settled?.reason)
  const next: Booking = { ...said, state: 'confirmed', ...word }
  const free: Effect = { effect: 'freeDiary', memberId: claimerId, heldFor: booking._id, at: command.at }
  const judged = settled && { minutes, note: settled.reason, ...signedBy(command) }
  const told = judged
    ? bookingNotice(next, claimerId, 'booking_settled', judged)
    : bookingNotice(next, claimerId, 'booking_confirmed', { minutes })
  const credit: CreditEffect = {
    effect: 'credit',
    memberId: claimerId,
    source: bookingSource(booking._id),
    minutes,
    teamId: booking.teamId,
    ...(booking.projectId === undefined ? {} : { projectId: booking.projectId }),
    title: booking.kindTitle,
    servedFrom: checkedIn.at,
    servedTo: checkedOut.at,
    shownOn: { collection: 'bookings', id: booking._id },
    told,
    ...byWord(booking),
    ...settled,
  }
  return bookingWithEffects(next, command, limits, [
    ...(event === 'confirmed' ? otherFollows(next, 'confirmed', command) : []),
    free,
    minutes > 0 ? credit : told,
    ...(judged ? [bookingNotice(next, next.requesterId, 'booking_settled_for', judged)] : []),
  ])
}

/** On whose word it is credited, where no code proved it. */
const byWord = ({ word }: Booking) =>
  word && { proposedById: word.proposedById, byId: word.byId, reason: word.reason }

/**
 * If the texts were removed before a booking that waits is settled, the new texts get a term of their own.
 */
const withTerm = ({ wordsGone: _, ...booking }: Booking): Booking => booking

/** The person who gave the command, as a notice names them. */
export const signedBy = ({ who, whoId }: Command) => ({
  ...(who === undefined ? {} : { who }),
  ...(whoId === undefined ? {} : { whoId }),
})

/**
 * The requester confirms with stars and perhaps a comment, which credits the service. After a forgotten
 * check-out, whose end nobody saw, and between people of one dwelling it only stores stars and comment: a
 * leader still has to settle.
 */
export function decideConfirm(
  booking: Booking,
  command: Command,
  word: { stars: number; comment: string | null },
  limits: Limits,
): Decision<Booking> {
  if (requesterCredits(bookingWaitOf(booking)))
    return confirmBooking(booking, command, { event: 'confirmed', word }, limits)
  if (booking.stars !== null) return { refusal: 'conflict' }
  const said: Booking = { ...withEvent(withTerm(booking), command, 'confirmed'), ...word }
  return bookingWithEffects(said, command, limits, otherFollows(said, 'confirmed', command))
}

/** Who settles, and whether they are related to the requester or the claimer. */
export interface Settler {
  memberId: MemberId
  related?: boolean
}

/** Whether somebody is the booking's requester, or has done something of it in their name. */
const hasSpokenFor = ({ requesterId, events }: Booking, memberId: MemberId): boolean =>
  requesterId === memberId || events.some(({ onBehalf, whoId }) => onBehalf && whoId === memberId)

/**
 * A leader settles what silence does not credit: the attended or planned time at most, with a reason, never
 * for the leader's own service or family, nor where they were its requester, or spoke for them. The
 * requester's stars and comment stay.
 */
export function decideSettle(
  booking: Booking,
  command: Command,
  { memberId, related = false }: Settler,
  { minutes: said, reason }: { minutes: number; reason: string },
  limits: Limits,
): Decision<Booking> {
  if (booking.claimerId === memberId) return { refusal: 'own_hours' }
  if (hasSpokenFor(booking, memberId)) return { refusal: 'own_word' }
  const { word } = booking
  if (word && (memberId === word.proposedById || memberId === word.byId)) return { refusal: 'own_word' }
  if (related) return { refusal: 'related_word' }
  const { checkedIn, checkedOut, minutes: most } = booking
  if (!bookingWaitOf(booking) || !checkedIn || !checkedOut || most === null) return { refusal: 'conflict' }
  if (said > most) return { refusal: 'beyond_plan' }
  const at = said === most ? checkedOut.at : checkedIn.at + said * minuteMs
  const minutes = serviceMinutes(checkedIn.at, at, limits)
  const settledTo: Booking = { ...booking, checkedOut: { ...checkedOut, at }, minutes }
  const { stars, comment } = booking
  return confirmBooking(
    settledTo,
    command,
    { event: 'settled', word: { stars, comment }, settled: { byId: memberId, reason } },
    limits,
  )
}
