import type { Limits } from '#contract/community'
import type { Instant } from '#contract/shared/scalars'
import { minuteMs } from '#contract/shared/time'
import { type Command, type Decision, withEvent } from '#core/change/aggregate'
import type { Effect } from '#core/change/effect'
import { isWindowPast } from './book'
import type { Booking } from './booking'
import { bookingNotice } from './effects'
import { withEndedClaim } from './endedClaims'
import { otherFollows } from './together/hands'
import { bookingWithEffects } from './wakes'

type Told = Pick<Booking, 'description' | 'risks' | 'place' | 'contact' | 'textChecked'>
/** What the requester changes of a booking; what is absent stays. */
export type BookingChange = { [Part in keyof Told]?: Told[Part] | undefined } & {
  window?: { from: Instant; to: Instant } | undefined
}

/**
 * The requester changes the window, the texts or the place; the kind of help stays. A claim holds for its window
 * alone: where that moves, the booking is open again, nothing counts against the claimer, and they are asked
 * first. Window and place of a claimed booking stay once its check-in is open, since somebody may be on the way.
 *
 * @param otherOnTheWay the second of two volunteers may be on the way.
 */
export function decideChange(
  booking: Booking,
  command: Command,
  { window, ...told }: BookingChange,
  limits: Limits,
  otherOnTheWay = false,
): Decision<Booking> {
  const { state, windowFrom, windowTo, claimerId, changes = 0 } = booking
  if (state === 'cancelled' || state === 'expired') return { refusal: state }
  if (state !== 'open' && state !== 'claimed') return { refusal: 'conflict' }
  if (windowTo <= command.at) return { refusal: 'expired' }
  const to = window && (window.from !== windowFrom || window.to !== windowTo) ? window : undefined
  const words = changedWords(booking, told)
  const isSaid = Object.keys(words).length > 0
  if (!to && !isSaid) return { next: booking }
  if (to && isWindowPast(to, command)) return { refusal: 'window_past' }
  const onTheWay = isOnTheWay(booking, command.at, limits) || otherOnTheWay
  const isElsewhere = words.place !== undefined || words.contact !== undefined
  if (onTheWay && (to || isElsewhere)) return { refusal: 'change_late' }
  if (changes >= limits.changesPerBooking) return { refusal: 'changes_spent' }
  const next: Booking = {
    ...withEvent(booking, command, to ? (isSaid ? 'moved_changed' : 'moved') : 'changed'),
    ...words,
    changes: changes + 1,
    ...(to && movedTo(booking, command, to)),
  }
  return bookingWithEffects(next, command, limits, [
    ...otherFollows(next, 'changed', command),
    ...(claimerId === null ? [] : toClaimer(booking, next, command)),
  ])
}

/** Whether window and place stay, since whoever has claimed it may be on the way, or is there. */
export const isOnTheWay = (
  { state, windowFrom }: Pick<Booking, 'state' | 'windowFrom'>,
  now: Instant,
  limits: Limits,
): boolean =>
  state === 'in_service' || (state === 'claimed' && now >= windowFrom - limits.checkInOpensMinutes * minuteMs)

/** What of the texts and the place is another than before. */
function changedWords(booking: Booking, { textChecked, ...told }: Omit<BookingChange, 'window'>) {
  const { description, risks, place, contact } = told
  return {
    ...(description !== undefined && description !== booking.description && { description }),
    ...(risks !== undefined && risks !== booking.risks && { risks }),
    ...(place !== undefined && place !== booking.place && { place }),
    ...(contact !== undefined && contact !== booking.contact && { contact }),
    ...(textChecked !== undefined && textChecked !== booking.textChecked && { textChecked }),
  }
}

/** The booking is put up anew, and its lead time runs from now. What ended before belongs to the window of then. */
function movedTo(
  booking: Booking,
  command: Command,
  { from, to }: { from: Instant; to: Instant },
): Partial<Booking> {
  const { claimerId, windowFrom, windowTo } = booking
  const window = { from: windowFrom, to: windowTo }
  const { endedClaims = booking.endedClaims } = withEndedClaim(booking, command)
  return {
    state: 'open',
    windowFrom: from,
    windowTo: to,
    leadFrom: command.at,
    atRisk: null,
    invitedIds: claimerId === null ? [] : [claimerId],
    claimerId: null,
    claimerName: null,
    ...(endedClaims && { endedClaims: endedClaims.map((ended) => ({ window, ...ended })) }),
  }
}

function toClaimer(before: Booking, next: Booking, { at }: Command): Effect[] {
  const { claimerId, requesterId, requesterName } = before
  if (claimerId === null) return []
  const by = { who: requesterName, whoId: requesterId }
  if (next.state === 'claimed') return [bookingNotice(next, claimerId, 'booking_changed', by)]
  return [
    { effect: 'freeDiary', memberId: claimerId, heldFor: before._id, at },
    bookingNotice(next, claimerId, 'booking_moved', by),
  ]
}
