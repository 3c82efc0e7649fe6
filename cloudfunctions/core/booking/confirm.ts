import type { Limits } from '#contract/community'
import type { MemberId } from '#contract/shared/scalars'
import { minuteMs } from '#contract/shared/time'
import { serviceMinutes } from '#core/attendance/attendance'
import { type Command, type Decision, withEvent } from '#core/change/aggregate'
import type { CreditEffect, Effect } from '#core/change/effect'
import type { Booking } from './booking'
import { bookingNotice } from './effects'
import { bookingWithEffects } from './wakes'

/**
 * What ends a booking: the requester's confirmation, their silence, or a leader's decision on a forgotten
 * check-out.
 */
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
    source: `booking:${booking._id}`,
    minutes,
    teamId: booking.teamId,
    ...(booking.projectId === undefined ? {} : { projectId: booking.projectId }),
    title: booking.kindTitle,
    servedFrom: checkedIn.at,
    servedTo: checkedOut.at,
    shownOn: { collection: 'bookings', id: booking._id },
    told,
    ...settled,
  }
  return bookingWithEffects(next, command, limits, [
    free,
    minutes > 0 ? credit : told,
    ...(judged ? [bookingNotice(next, next.requesterId, 'booking_settled_for', judged)] : []),
  ])
}

/**
 * If the texts were removed before a forgotten check-out is settled, the new texts get a term of their own.
 */
const withTerm = ({ wordsGone: _, ...booking }: Booking): Booking => booking

/** The person who gave the command, as a notice names them. */
export const signedBy = ({ who, whoId }: Command) => ({
  ...(who === undefined ? {} : { who }),
  ...(whoId === undefined ? {} : { whoId }),
})

/**
 * The requester confirms with stars and perhaps a comment. This credits a service with a check-out. After a
 * forgotten check-out it only stores stars and comment: a leader still has to settle, since nobody saw the
 * end.
 */
export function decideConfirm(
  booking: Booking,
  command: Command,
  word: { stars: number; comment: string | null },
  limits: Limits,
): Decision<Booking> {
  if (!isForgotten(booking)) return confirmBooking(booking, command, { event: 'confirmed', word }, limits)
  if (booking.stars !== null) return { refusal: 'conflict' }
  return bookingWithEffects(
    { ...withEvent(withTerm(booking), command, 'confirmed'), ...word },
    command,
    limits,
    [],
  )
}

/** The check-out was forgotten: the booking was closed at the planned end, and nobody has settled it yet. */
export const isForgotten = ({ state, checkedOut }: Pick<Booking, 'state' | 'checkedOut'>): boolean =>
  state === 'done' && checkedOut?.how === 'planned_end'

/** Whether somebody is the booking's requester, or has done something of it in their name. */
const hasSpokenFor = ({ requesterId, events }: Booking, memberId: MemberId): boolean =>
  requesterId === memberId || events.some(({ onBehalf, whoId }) => onBehalf && whoId === memberId)

/**
 * A leader settles a forgotten check-out: the planned time at most, with a reason, never for the leader's own
 * service, nor where they were its requester, or spoke for them. The requester's stars and comment stay.
 */
export function decideSettle(
  booking: Booking,
  command: Command,
  memberId: MemberId,
  { minutes: said, reason }: { minutes: number; reason: string },
  limits: Limits,
): Decision<Booking> {
  if (booking.claimerId === memberId) return { refusal: 'own_hours' }
  if (hasSpokenFor(booking, memberId)) return { refusal: 'own_word' }
  const { checkedIn, checkedOut, minutes: planned } = booking
  if (!isForgotten(booking) || !checkedIn || !checkedOut || planned === null) return { refusal: 'conflict' }
  if (said > planned) return { refusal: 'beyond_plan' }
  const at = said === planned ? checkedOut.at : checkedIn.at + said * minuteMs
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
