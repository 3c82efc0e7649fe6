import type { Limits } from '#contract/community'
import type { MemberId, TeamId } from '#contract/shared/scalars'
import { hourMs, minuteMs } from '#contract/shared/time'
import {
  attended,
  endedAtMost,
  isLocked,
  missedAgain,
  type Report,
  serviceMinutes,
} from '#core/attendance/attendance'
import { type Command, type Decision, owing, record } from '#core/change/aggregate'
import type { Effect, Licence } from '#core/change/effect'
import { type Standing, volunteeringFault } from '#core/member/volunteering'
import { decideAtRisk } from './atRisk'
import type { Booking } from './booking'
import { confirmed, isForgotten } from './confirm'
import { bookingNotice } from './effects'
import { forgetBookingWords } from './retention'
import { bookingOwing } from './wakes'

const windowOf = ({ windowFrom, windowTo }: Booking) => ({ from: windowFrom, to: windowTo })

const bySilence = { event: 'confirmed_by_silence', word: { stars: null, comment: null } } as const

const over: ReadonlySet<Booking['state']> = new Set(['confirmed', 'cancelled', 'expired'])

export interface Volunteer extends Standing {
  memberId: MemberId
  name: string
  /** Teams that have accepted them. */
  teamIds: TeamId[]
  licences: Licence[]
  /** Teams in which they are new. */
  probationIn?: TeamId[]
}

/**
 * Whether this volunteer may take this booking; their diary is asked apart. Claiming one's own claim is success.
 * `how`: of their own accord, or because a leader has asked them to go.
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
  // whom a leader sends is not on their own
  if (how === 'claimed' && booking.experienced && volunteer.probationIn?.includes(booking.teamId))
    return { refusal: 'on_probation' }
  const next: Booking = {
    ...record(booking, command, how),
    state: 'claimed',
    claimerId: volunteer.memberId,
    claimerName: volunteer.name,
    claims: booking.claims + 1,
    codeMisses: null,
    codeLocks: 0,
    atRisk: null,
    invitedIds: [],
  }
  return bookingOwing(next, command, limits, [
    bookingNotice(next, next.requesterId, 'booking_claimed', {
      who: volunteer.name,
      whoId: volunteer.memberId,
    }),
  ])
}

/** 「我来不了」: the claimer gives it back to the hall, and it is offered to who fits best beside them. */
export function decideRelease(
  booking: Booking,
  command: Command,
  memberId: MemberId,
  reason: string,
  limits: Limits,
): Decision<Booking> {
  if (booking.state !== 'claimed') return { refusal: 'conflict' }
  if (booking.claimerId !== memberId) return { refusal: 'forbidden' }
  // nobody else could come any more: to say that it was put up again would be untrue
  if (booking.windowTo <= command.at) return { refusal: 'expired' }
  const next: Booking = {
    ...record(booking, command, 'released', reason),
    state: 'open',
    claimerId: null,
    claimerName: null,
    codeMisses: null,
    givenBackIds: [...(booking.givenBackIds ?? []).filter((id) => id !== memberId), memberId],
  }
  return bookingOwing(next, command, limits, [
    { effect: 'freeDiary', memberId, heldFor: booking._id, at: command.at },
    bookingNotice(next, next.requesterId, 'booking_released', {
      who: booking.claimerName ?? '',
      whoId: memberId,
      note: reason,
    }),
    { effect: 'offer', cause: `${next._id}:${next.rev}:offer`, bookingId: next._id },
  ])
}

/** The requester no longer needs it; possible until somebody has come. */
export function decideCancel(
  booking: Booking,
  command: Command,
  reason: string,
  limits: Limits,
): Decision<Booking> {
  if (booking.state === 'cancelled') return { refusal: 'cancelled' }
  if (booking.state === 'expired') return { refusal: 'expired' }
  if (booking.state !== 'open' && booking.state !== 'claimed') return { refusal: 'conflict' }
  const next: Booking = { ...record(booking, command, 'cancelled', reason), state: 'cancelled' }
  const { claimerId } = booking
  return bookingOwing(
    next,
    command,
    limits,
    claimerId === null
      ? []
      : [
          { effect: 'freeDiary', memberId: claimerId, heldFor: booking._id, at: command.at },
          bookingNotice(next, claimerId, 'booking_cancelled', { whoId: next.requesterId, note: reason }),
        ],
  )
}

/** The door and number go before their term; not while somebody is on the way to that door. */
export function decideForgetContact(booking: Booking): Decision<Booking> {
  if (booking.contact === null || booking.state === 'claimed' || booking.state === 'in_service')
    return { next: booking }
  return { next: { ...booking, rev: booking.rev + 1, contact: null } }
}

/** Counts a wrong typed code; a wrong scan is only refused, since 80 bits are not guessed. */
function miss(booking: Booking, command: Command, typed: boolean, limits: Limits): Decision<Booking> {
  if (!typed) return { refusal: 'code_wrong' }
  const codeMisses = missedAgain(booking.codeMisses, command.at, limits)
  const next: Booking = { ...booking, rev: booking.rev + 1, codeMisses }
  if (codeMisses.count !== limits.codeTries) return { next, refusal: 'code_wrong' }
  const again: Booking = { ...next, codeLocks: (booking.codeLocks ?? 0) + 1 }
  if (again.codeLocks !== manyLocks) return { next: again, refusal: 'code_wrong' }
  return { ...owing(again, command, [guessing(again)], booking.wakesAt), refusal: 'code_wrong' }
}

/** Locks in one claim after which somebody should ask what is going on. */
const manyLocks = 2

const guessing = (booking: Booking): Effect => ({
  effect: 'tellLeaders',
  noticeId: `n_${booking._id}_${booking.claims}_guessed`,
  teamId: booking.teamId,
  kind: 'codes_guessed',
  bookingId: booking._id,
  title: booking.kindTitle,
  windowFrom: booking.windowFrom,
  who: booking.claimerName ?? '',
  ...(booking.claimerId === null ? {} : { whoId: booking.claimerId }),
})

/** Time alone has ended this state; a timer that is late changes nothing about that. */
const isOver = (booking: Booking, command: Command): boolean =>
  booking.wakesAt !== null && booking.wakesAt <= command.at

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
  if (isLocked(booking.codeMisses, command.at, typed, limits)) return { refusal: 'code_locked' }
  if (!proof) return miss(booking, command, typed, limits)
  if (proof.at < opensAt) return { refusal: 'too_early' }
  if (command.at - proof.at > limits.lateReportHours * hourMs) return { refusal: 'too_late' }
  const next: Booking = {
    ...record(booking, command, 'checked_in'),
    state: 'in_service',
    checkedIn: attended(proof, command.at, limits),
    codeMisses: null,
  }
  return bookingOwing(next, command, limits, [
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
  if (isLocked(booking.codeMisses, command.at, typed, limits)) return { refusal: 'code_locked' }
  if (!proof) return miss(booking, command, typed, limits)
  if (command.at - proof.at > limits.lateReportHours * hourMs) return { refusal: 'too_late' }
  // a code kept from before the check-in proves no leaving
  if (proof.at < booking.checkedIn.at) return { refusal: 'code_wrong' }
  const at = endedAtMost(booking.checkedIn, proof, windowOf(booking))
  const checkedOut = { ...attended(proof, command.at, limits), at }
  const minutes = serviceMinutes(booking.checkedIn.at, checkedOut.at, limits)
  const next: Booking = {
    ...record(booking, command, 'checked_out'),
    state: 'done',
    checkedOut,
    minutes,
    codeMisses: null,
  }
  return bookingOwing(next, command, limits, [
    bookingNotice(next, next.requesterId, 'booking_done', {
      who: booking.claimerName ?? '',
      whoId: memberId,
      minutes,
    }),
  ])
}

/** The leaders hear that somebody forgot to check out. */
const forgotten = (booking: Booking): Effect => ({
  effect: 'tellLeaders',
  noticeId: `n_${booking._id}_${booking.rev}_forgotten`,
  teamId: booking.teamId,
  kind: 'booking_forgotten',
  bookingId: booking._id,
  title: booking.kindTitle,
  windowFrom: booking.windowFrom,
  who: booking.claimerName ?? '',
  ...(booking.claimerId === null ? {} : { whoId: booking.claimerId }),
  minutes: booking.minutes ?? 0,
})

/**
 * What time alone does: what nobody has claimed is put before the leaders and then the grid's workers, an open or never
 * attended booking expires, a forgotten check-out closes at the planned end (and waits for a word: it never credits by
 * silence), silence after a check-out confirms, and what is over or waits for that word forgets door and number, and
 * later what was written, when their term has come. Undefined: nothing yet.
 */
export function decideBookingPassing(
  booking: Booking,
  command: Command,
  limits: Limits,
): Decision<Booking> | undefined {
  if (booking.wakesAt === null || booking.wakesAt > command.at) return undefined
  const { claimerId } = booking
  if (over.has(booking.state) || isForgotten(booking)) {
    const { next, fileIds } = forgetBookingWords(booking, command.at, limits)
    return bookingOwing(
      next,
      command,
      limits,
      fileIds.length > 0 ? [{ effect: 'releaseFiles', fileIds }] : [],
    )
  }
  if (booking.state === 'done') return confirmed(booking, command, bySilence, limits)
  if (booking.state === 'in_service' && booking.checkedIn) {
    const planned = Math.max(booking.windowTo, booking.checkedIn.at)
    const at = endedAtMost(booking.checkedIn, { at: planned, how: 'planned_end' }, windowOf(booking))
    const minutes = serviceMinutes(booking.checkedIn.at, at, limits)
    const next: Booking = {
      ...record(booking, command, 'closed_at_planned_end'),
      state: 'done',
      checkedOut: { at, reportedAt: command.at, how: 'planned_end', late: true },
      minutes,
    }
    return bookingOwing(next, command, limits, [
      bookingNotice(next, next.requesterId, 'booking_closed', { minutes }),
      forgotten(next),
    ])
  }
  if (booking.state === 'open' && booking.windowTo > command.at) return decideAtRisk(booking, command, limits)
  const next: Booking = { ...record(booking, command, 'expired'), state: 'expired' }
  const effects: Effect[] = [bookingNotice(next, next.requesterId, 'booking_expired')]
  if (claimerId !== null)
    effects.push(
      { effect: 'freeDiary', memberId: claimerId, heldFor: booking._id, at: command.at },
      bookingNotice(next, claimerId, 'booking_missed'),
    )
  return bookingOwing(next, command, limits, effects)
}
