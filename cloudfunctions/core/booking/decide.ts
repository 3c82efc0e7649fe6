import type { Limits } from '#contract/community'
import type { MemberId, TeamId } from '#contract/shared/scalars'
import { hourMs, minuteMs } from '#contract/shared/time'
import { attendanceOf, countedEnd, type Report, serviceMinutes } from '#core/attendance/attendance'
import { forgiven, isGuessedTogether, isLocked, isLocking, withMiss } from '#core/attendance/wrongCodes'
import { type Command, type Decision, withEffects, withEvent } from '#core/change/aggregate'
import type { Effect, Licence } from '#core/change/effect'
import { type Standing, volunteeringFault } from '#core/member/volunteering'
import { decideAtRisk } from './atRisk'
import type { Booking } from './booking'
import { confirmBooking } from './confirm'
import { askedFor, bookingNotice, waitsForLeader } from './effects'
import { withEndedClaim } from './endedClaims'
import { asksRelation, isRelationOwed } from './related'
import { forgetBookingWords } from './retention'
import { otherFollows, toldOfBoth } from './together/hands'
import { bookingWaitOf, isOverrun } from './waits'
import { atRiskTimes, bookingWithEffects } from './wakes'

const windowOf = ({ windowFrom, windowTo }: Booking) => ({ from: windowFrom, to: windowTo })

const bySilence = { event: 'confirmed_by_silence', word: { stars: null, comment: null } } as const

const over: ReadonlySet<Booking['state']> = new Set(['confirmed', 'cancelled', 'expired'])

export interface Volunteer extends Standing {
  memberId: MemberId
  name: string
  /** Teams that have accepted the volunteer. */
  teamIds: TeamId[]
  licences: Licence[]
  /** Teams in which the volunteer is on probation. */
  probationIn?: TeamId[]
}

/**
 * Whether this volunteer may claim this booking; the caller asks their diary separately. Claiming one's own
 * claim again succeeds. `how`: the volunteer claimed it, or a leader dispatched them.
 */
export function decideClaim(
  booking: Booking,
  command: Command,
  volunteer: Volunteer,
  today: string,
  limits: Limits,
  how: 'claimed' | 'dispatched' = 'claimed',
): Decision<Booking> {
  if (!volunteer.teamIds.includes(booking.teamId)) return { refusal: 'not_in_team' }
  const fault = volunteeringFault(volunteer)
  if (fault) return { refusal: fault }
  if (booking.requesterId === volunteer.memberId) return { refusal: 'own_booking' }
  if (booking.state === 'cancelled') return { refusal: 'cancelled' }
  if (booking.state === 'expired' || (booking.state === 'open' && booking.windowTo <= command.at))
    return { refusal: 'expired' }
  if (booking.state === 'claimed' && booking.claimerId === volunteer.memberId) return { next: booking }
  if (booking.state !== 'open') return { refusal: 'already_claimed' }
  if (volunteer.age !== undefined && volunteer.age < booking.minAge) return { refusal: 'age_required' }
  const { needsLicence } = booking
  if (
    needsLicence !== null &&
    !volunteer.licences.some((held) => held.licence === needsLicence && held.validUntil >= today)
  )
    return { refusal: 'licence_required' }
  // probation forbids claiming on one's own, but not being dispatched by a leader
  if (how === 'claimed' && booking.experienced && volunteer.probationIn?.includes(booking.teamId))
    return { refusal: 'on_probation' }
  const next: Booking = {
    ...withEvent(booking, command, how),
    state: 'claimed',
    claimerId: volunteer.memberId,
    claimerName: volunteer.name,
    claims: booking.claims + 1,
    atRisk: null,
    invitedIds: [],
    related: null,
    ...(command.at < atRiskTimes(booking, limits).leader && { claimedInTime: true as const }),
  }
  return bookingWithEffects(next, command, limits, [
    ...asksRelation(next),
    bookingNotice(next, next.requesterId, 'booking_claimed', {
      who: volunteer.name,
      whoId: volunteer.memberId,
    }),
  ])
}

/**
 * The claimer releases the booking to the hall; it is offered to the other volunteers who fit best.
 * `ofOwnAccord`: they did it themselves, and the release counts.
 */
export function decideRelease(
  booking: Booking,
  command: Command,
  memberId: MemberId,
  reason: string,
  limits: Limits,
  ofOwnAccord = false,
): Decision<Booking> {
  if (booking.state !== 'claimed') return { refusal: 'conflict' }
  if (booking.claimerId !== memberId) return { refusal: 'forbidden' }
  // the window is over: nobody else can claim it
  if (booking.windowTo <= command.at) return { refusal: 'expired' }
  const next: Booking = {
    ...withEvent(booking, command, 'released', reason),
    state: 'open',
    claimerId: null,
    claimerName: null,
    givenBackIds: [...(booking.givenBackIds ?? []).filter((id) => id !== memberId), memberId],
    ...withEndedClaim(booking, command),
  }
  return bookingWithEffects(next, command, limits, [
    { effect: 'freeDiary', memberId, heldFor: booking._id, at: command.at },
    bookingNotice(next, next.requesterId, 'booking_released', {
      who: booking.claimerName ?? '',
      whoId: memberId,
      note: reason,
    }),
    { effect: 'offer', cause: `${next._id}:${next.rev}:offer`, bookingId: next._id },
    ...(ofOwnAccord ? [released(next, command, memberId, booking.claimerName ?? '')] : []),
  ])
}

const released = (next: Booking, { at }: Command, memberId: MemberId, memberName: string): Effect => ({
  effect: 'noteRelease',
  cause: `${next._id}:${next.rev}`,
  memberId,
  memberName,
  teamId: next.teamId,
  at,
})

/** The requester cancels; possible until the volunteer has checked in. */
export function decideCancel(
  booking: Booking,
  command: Command,
  reason: string,
  limits: Limits,
): Decision<Booking> {
  if (booking.state === 'cancelled') return { refusal: 'cancelled' }
  if (booking.state === 'expired') return { refusal: 'expired' }
  if (booking.state !== 'open' && booking.state !== 'claimed') return { refusal: 'conflict' }
  const { claimerId } = booking
  const next: Booking = {
    ...withEvent(booking, command, 'cancelled', reason),
    state: 'cancelled',
    ...withEndedClaim(booking, command),
  }
  return bookingWithEffects(next, command, limits, [
    ...otherFollows(next, 'cancelled', command),
    ...(claimerId === null
      ? []
      : [
          { effect: 'freeDiary' as const, memberId: claimerId, heldFor: booking._id, at: command.at },
          bookingNotice(next, claimerId, 'booking_cancelled', { whoId: next.requesterId, note: reason }),
        ]),
  ])
}

/** Removes door and number before their term; refused while a volunteer may be on the way to that door. */
export function decideForgetContact(booking: Booking): Decision<Booking> {
  if (booking.contact === null || booking.state === 'claimed' || booking.state === 'in_service')
    return { next: booking }
  return { next: { ...booking, rev: booking.rev + 1, contact: null } }
}

/**
 * Counts a wrong typed code, and tells the leaders of guessing. A wrong scan is refused without counting,
 * since nobody guesses 80 bits.
 */
function miss(
  booking: Booking,
  command: Command,
  memberId: MemberId,
  typed: boolean,
  limits: Limits,
): Decision<Booking> {
  if (!typed) return { refusal: 'code_wrong' }
  const wrongCodes = withMiss(booking.wrongCodes, memberId, command.at, limits)
  const next: Booking = { ...booking, rev: booking.rev + 1, wrongCodes }
  if (!isLocking(wrongCodes[memberId], limits) && !isGuessedTogether(wrongCodes, limits))
    return { next, refusal: 'code_wrong' }
  const told = guessing(next, memberId, command.who ?? booking.claimerName ?? '')
  return { ...withEffects(next, command, [told], booking.wakesAt), refusal: 'code_wrong' }
}

/** The leaders are told of each person once. */
const guessing = (booking: Booking, memberId: MemberId, who: string): Effect => ({
  effect: 'tellLeaders',
  noticeId: `n_${booking._id}_guessed_${memberId}`,
  teamId: booking.teamId,
  kind: 'codes_guessed',
  bookingId: booking._id,
  title: booking.kindTitle,
  windowFrom: booking.windowFrom,
  who,
  whoId: memberId,
})

/** Time alone has ended this state, even where the timer is late. */
const isOver = (booking: Booking, command: Command): boolean =>
  booking.wakesAt !== null && booking.wakesAt <= command.at

/**
 * A code of a claim that is over. A wrong one is counted, a right one forgives; what it proves is decided
 * elsewhere.
 */
export function decidePastCode(
  booking: Booking,
  command: Command,
  memberId: MemberId,
  { proof, typed }: Report,
  limits: Limits,
): Decision<Booking> {
  if (isLocked(booking.wrongCodes?.[memberId], command.at, typed, limits)) return { refusal: 'code_locked' }
  if (!proof) return miss(booking, command, memberId, typed, limits)
  return { next: { ...booking, rev: booking.rev + 1, ...forgiven(booking, memberId) } }
}

export function decideCheckIn(
  booking: Booking,
  command: Command,
  memberId: MemberId,
  { proof, typed }: Report,
  limits: Limits,
): Decision<Booking> {
  if (booking.claimerId !== memberId) return { refusal: 'forbidden' }
  if (booking.state !== 'claimed') return { refusal: 'conflict' }
  if (isOver(booking, command)) return { refusal: 'too_late' }
  const opensAt = booking.windowFrom - limits.checkInOpensMinutes * minuteMs
  if (command.at < opensAt) return { refusal: 'too_early' }
  if (isLocked(booking.wrongCodes?.[memberId], command.at, typed, limits)) return { refusal: 'code_locked' }
  if (!proof) return miss(booking, command, memberId, typed, limits)
  if (proof.at < opensAt) return { refusal: 'too_early' }
  if (command.at - proof.at > limits.lateReportHours * hourMs) return { refusal: 'too_late' }
  const next: Booking = {
    ...withEvent(booking, command, 'checked_in'),
    state: 'in_service',
    checkedIn: attendanceOf(proof, command.at, limits),
    ...forgiven(booking, memberId),
  }
  return bookingWithEffects(next, command, limits, [
    ...asksRelation(next),
    bookingNotice(next, next.requesterId, 'booking_checked_in', {
      who: booking.claimerName ?? '',
      whoId: memberId,
    }),
  ])
}

export function decideCheckOut(
  booking: Booking,
  command: Command,
  memberId: MemberId,
  { proof, typed }: Report,
  limits: Limits,
): Decision<Booking> {
  if (booking.claimerId !== memberId) return { refusal: 'forbidden' }
  if (booking.state !== 'in_service' || !booking.checkedIn) return { refusal: 'conflict' }
  if (isOver(booking, command)) return { refusal: 'too_late' }
  if (isLocked(booking.wrongCodes?.[memberId], command.at, typed, limits)) return { refusal: 'code_locked' }
  if (!proof) return miss(booking, command, memberId, typed, limits)
  if (command.at - proof.at > limits.lateReportHours * hourMs) return { refusal: 'too_late' }
  // a code from before the check-in cannot prove the check-out
  if (proof.at < booking.checkedIn.at) return { refusal: 'code_wrong' }
  const at = countedEnd(booking.checkedIn, proof, windowOf(booking))
  const checkedOut = { ...attendanceOf(proof, command.at, limits), at }
  const minutes = serviceMinutes(booking.checkedIn.at, checkedOut.at, limits)
  const next: Booking = {
    ...withEvent(booking, command, 'checked_out'),
    state: 'done',
    checkedOut,
    minutes,
    ...(isOverrun(at, booking.windowTo, limits) && { overrun: true as const }),
    ...forgiven(booking, memberId),
  }
  const wait = bookingWaitOf(next)
  return bookingWithEffects(next, command, limits, [
    ...asksRelation(next),
    bookingNotice(next, next.requesterId, wait === undefined ? 'booking_done' : askedFor[wait], {
      who: booking.claimerName ?? '',
      whoId: memberId,
      minutes,
    }),
    ...(wait === undefined ? [] : [waitsForLeader(next, wait)]),
  ])
}

/**
 * What time alone does; undefined while nothing is due.
 *
 * A booking that nobody has claimed is put before the leaders, then before the grid's workers, and expires. A
 * claimed booking without a check-in expires. A forgotten check-out closes at the planned end and waits for a
 * leader: it is never credited by silence. After a check-out, silence confirms, unless the service waits for a
 * word. A booking that is over, or waits for a word, loses door and number when their term ends, and later its texts.
 */
export function decideBookingPassing(
  booking: Booking,
  command: Command,
  limits: Limits,
): Decision<Booking> | undefined {
  if (booking.wakesAt === null || booking.wakesAt > command.at) return undefined
  const { claimerId } = booking
  if (over.has(booking.state) || bookingWaitOf(booking)) {
    const { next, fileIds } = forgetBookingWords(booking, command.at, limits)
    return bookingWithEffects(
      next,
      command,
      limits,
      // the pictures of two places belong to the first
      fileIds.length > 0 && booking.hand?.number !== 2 ? [{ effect: 'releaseFiles', fileIds }] : [],
    )
  }
  if (booking.state === 'done')
    return isRelationOwed(booking) ? undefined : confirmBooking(booking, command, bySilence, limits)
  if (booking.state === 'in_service' && booking.checkedIn) {
    const planned = Math.max(booking.windowTo, booking.checkedIn.at)
    const at = countedEnd(booking.checkedIn, { at: planned, how: 'planned_end' }, windowOf(booking))
    const minutes = serviceMinutes(booking.checkedIn.at, at, limits)
    const next: Booking = {
      ...withEvent(booking, command, 'closed_at_planned_end'),
      state: 'done',
      checkedOut: { at, reportedAt: command.at, how: 'planned_end', late: true },
      minutes,
    }
    return bookingWithEffects(next, command, limits, [
      bookingNotice(next, next.requesterId, 'booking_closed', { minutes }),
      waitsForLeader(next, 'forgotten'),
    ])
  }
  if (booking.state === 'open' && booking.windowTo > command.at) return decideAtRisk(booking, command, limits)
  const next: Booking = { ...withEvent(booking, command, 'expired'), state: 'expired' }
  const expired = bookingNotice(
    next,
    next.requesterId,
    next.hand ? 'booking_hand_missing' : 'booking_expired',
  )
  const effects: Effect[] = [toldOfBoth(next, expired, 'expired')]
  if (claimerId !== null)
    effects.push(
      { effect: 'freeDiary', memberId: claimerId, heldFor: booking._id, at: command.at },
      bookingNotice(next, claimerId, 'booking_missed'),
    )
  return bookingWithEffects(next, command, limits, effects)
}
