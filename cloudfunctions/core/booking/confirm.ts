import type { Limits } from '#contract/community'
import type { MemberId } from '#contract/shared/scalars'
import { minuteMs } from '#contract/shared/time'
import { serviceMinutes } from '#core/attendance/attendance'
import { type Command, type Decision, record } from '#core/change/aggregate'
import type { CreditEffect, Effect } from '#core/change/effect'
import type { Booking } from './booking'
import { bookingNotice } from './effects'
import { bookingOwing } from './wakes'

/** Whose word ends a booking: the requester's, their silence, or a leader's on a forgotten check-out. */
type Ending = {
  event: 'confirmed' | 'confirmed_by_silence' | 'settled'
  /** What the requester said. */
  word: Pick<Booking, 'stars' | 'comment'>
  /** What the leader said, and who it was. */
  settled?: { byId: MemberId; reason: string }
}

/** Ends the booking and credits its minutes. */
export function confirmed(
  booking: Booking,
  command: Command,
  { event, word, settled }: Ending,
  limits: Limits,
): Decision<Booking> {
  const { claimerId, checkedIn, checkedOut, minutes } = booking
  if (booking.state !== 'done' || claimerId === null || !checkedIn || !checkedOut || minutes === null)
    return { refusal: 'conflict' }
  const said = record(withTerm(booking), command, event, settled?.reason)
  const next: Booking = { ...said, state: 'confirmed', ...word }
  const effects: Effect[] = [
    { effect: 'freeDiary', memberId: claimerId, heldFor: booking._id, at: command.at },
  ]
  if (minutes > 0) {
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
      ...settled,
    }
    effects.push(credit)
  }
  if (!settled)
    return bookingOwing(next, command, limits, [
      ...effects,
      bookingNotice(next, claimerId, 'booking_confirmed', { minutes }),
    ])
  const told = { minutes, note: settled.reason, ...signedBy(command) }
  effects.push(
    bookingNotice(next, claimerId, 'booking_settled', told),
    bookingNotice(next, next.requesterId, 'booking_settled_for', told),
  )
  return bookingOwing(next, command, limits, effects)
}

/** A late word on a forgotten check-out that has lost its words already has a term of its own. */
const withTerm = ({ wordsGone: _, ...booking }: Booking): Booking => booking

/** Who gave the command, as a notice names them. */
export const signedBy = ({ who, whoId }: Command) => ({
  ...(who === undefined ? {} : { who }),
  ...(whoId === undefined ? {} : { whoId }),
})

/**
 * The requester's word: stars, and a sentence if they like. It credits what was checked out; a forgotten check-out keeps
 * the word and waits for a leader all the same, since nobody has seen its end.
 */
export function decideConfirm(
  booking: Booking,
  command: Command,
  word: { stars: number; comment: string | null },
  limits: Limits,
): Decision<Booking> {
  if (!isForgotten(booking)) return confirmed(booking, command, { event: 'confirmed', word }, limits)
  if (booking.stars !== null) return { refusal: 'conflict' }
  return bookingOwing({ ...record(withTerm(booking), command, 'confirmed'), ...word }, command, limits, [])
}

/** Closed at the planned end, and nobody has said yet how long it really was. */
export const isForgotten = ({ state, checkedOut }: Pick<Booking, 'state' | 'checkedOut'>): boolean =>
  state === 'done' && checkedOut?.how === 'planned_end'

/**
 * A leader's word on a forgotten check-out: as long as was planned or less, with a reason, never of their own service.
 * What the requester has said of it stays.
 */
export function decideSettle(
  booking: Booking,
  command: Command,
  memberId: MemberId,
  { minutes: said, reason }: { minutes: number; reason: string },
  limits: Limits,
): Decision<Booking> {
  if (booking.claimerId === memberId) return { refusal: 'own_hours' }
  const { checkedIn, checkedOut, minutes: planned } = booking
  if (!isForgotten(booking) || !checkedIn || !checkedOut || planned === null) return { refusal: 'conflict' }
  if (said > planned) return { refusal: 'beyond_plan' }
  const at = said === planned ? checkedOut.at : checkedIn.at + said * minuteMs
  const minutes = serviceMinutes(checkedIn.at, at, limits)
  const settledTo: Booking = { ...booking, checkedOut: { ...checkedOut, at }, minutes }
  const { stars, comment } = booking
  return confirmed(
    settledTo,
    command,
    { event: 'settled', word: { stars, comment }, settled: { byId: memberId, reason } },
    limits,
  )
}
