import type { AttendanceProof, Relation } from '#contract/booking'
import type { Limits } from '#contract/community'
import type { MemberId } from '#contract/shared/scalars'
import { hourMs, minuteMs } from '#contract/shared/time'
import { attendanceOf, type Proof, type Report } from '#core/attendance/attendance'
import { forgiven, isLocked } from '#core/attendance/wrongCodes'
import { type Command, type Decision, withEvent } from '#core/change/aggregate'
import type { LeadersEffect } from '#core/change/effect'
import type { Booking, EndedClaim } from './booking'
import { bookingNotice } from './effects'
import { bookingWithEffects } from './wakes'

const keptClaims = 20

/** The ended claims with the present one; nothing is added where nobody has claimed the booking. */
export const withEndedClaim = (
  { endedClaims = [], claims, claimerId }: Booking,
  { at }: Command,
): Pick<Booking, 'endedClaims'> =>
  claimerId === null
    ? {}
    : { endedClaims: [...endedClaims, { claim: claims, memberId: claimerId, at }].slice(-keptClaims) }

/** The ended claims of a member, the latest first. */
export const endedClaimsOf = ({ endedClaims = [] }: Booking, memberId: MemberId): EndedClaim[] =>
  endedClaims.filter((ended) => ended.memberId === memberId).reverse()

/** Nobody has claimed the booking since, or moved it, and nobody came. */
const isLast = ({ state, claims }: Booking, { claim, window }: EndedClaim): boolean =>
  claims === claim && !window && (state === 'open' || state === 'cancelled' || state === 'expired')

/** A code of an ended claim, and the name of its volunteer now. */
export interface PastReport extends Report {
  step: AttendanceProof['step']
  proof: Proof
  name: string
  /** What the volunteer and the requester are to each other now. */
  related?: Relation | undefined
}

/**
 * A code proves that the volunteer of an ended claim had come before it ended: they had checked in without a
 * network. Where nobody has claimed or moved the booking since, the service goes on, and is credited by a word that is
 * said. Otherwise the proof is kept with the claim, and the leaders are told; nothing is credited by it.
 */
export function decideEndedClaim(
  booking: Booking,
  command: Command,
  ended: EndedClaim,
  report: PastReport,
  limits: Limits,
): Decision<Booking> {
  const { step, proof, typed } = report
  const { memberId, at: endedAt, proofs = [], window = { from: booking.windowFrom } } = ended
  if (isLocked(booking.wrongCodes?.[memberId], command.at, typed, limits)) return { refusal: 'code_locked' }
  if (command.at - proof.at > limits.lateReportHours * hourMs) return { refusal: 'too_late' }
  if (proof.at < window.from - limits.checkInOpensMinutes * minuteMs) return { refusal: 'too_early' }
  if (proofs.some((kept) => kept.step === step)) return { next: booking }
  const cameAt = proofs.find((kept) => kept.step === 'checkIn')?.at
  const before = endedAt + limits.codeStepSeconds * 1000
  if (step === 'checkIn' ? proof.at > before : cameAt === undefined || proof.at < cameAt)
    return { refusal: 'conflict' }
  return step === 'checkIn' && isLast(booking, ended)
    ? resumed(booking, command, ended, report, limits)
    : noted(booking, command, ended, report, limits)
}

function resumed(
  booking: Booking,
  command: Command,
  ended: EndedClaim,
  { proof, related, name: who }: PastReport,
  limits: Limits,
): Decision<Booking> {
  const { memberId } = ended
  const next: Booking = {
    ...withEvent(booking, command, 'checked_in'),
    state: 'in_service',
    claimerId: memberId,
    claimerName: who,
    checkedIn: attendanceOf(proof, command.at, limits),
    resumed: true,
    related: booking.related ?? related ?? null,
    endedClaims: (booking.endedClaims ?? []).filter((one) => one !== ended),
    ...forgiven(booking, memberId),
  }
  return bookingWithEffects(next, command, limits, [
    bookingNotice(next, next.requesterId, 'booking_came', { who, whoId: memberId }),
  ])
}

function noted(
  booking: Booking,
  command: Command,
  ended: EndedClaim,
  { step, proof, name: who }: PastReport,
  limits: Limits,
): Decision<Booking> {
  const { claim, memberId, proofs = [] } = ended
  const kept = { ...ended, proofs: [...proofs, { step, ...proof, reportedAt: command.at }] }
  const next: Booking = {
    ...withEvent(booking, command, 'proved'),
    endedClaims: booking.endedClaims?.map((one) => (one === ended ? kept : one)) ?? [],
    ...forgiven(booking, memberId),
  }
  const told: LeadersEffect = {
    effect: 'tellLeaders',
    noticeId: `n_${booking._id}_${claim}_proved_${step}`,
    teamId: booking.teamId,
    kind: 'claim_proved',
    bookingId: booking._id,
    title: booking.kindTitle,
    windowFrom: booking.windowFrom,
    who,
    whoId: memberId,
  }
  return bookingWithEffects(next, command, limits, [told])
}
