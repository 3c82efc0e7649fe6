import { type Context, type MemberContext, no, volunteerTeams, yes } from '#app/call/context'
import { holdDiary, isTheirs } from '#app/diary/diary'
import { freeLostClaim } from '#app/diary/release'
import { guardianConsents, standingOf } from '#app/guardian/guardians'
import { pausedNote } from '#app/notice/noticeText'
import { probationTeams } from '#app/team/licences'
import type { BookingMoved, bookingClaim } from '#contract/booking'
import type { Input } from '#contract/shared/operation'
import type { Answer } from '#contract/shared/refusal'
import { dayOf } from '#contract/shared/wallClock'
import type { Booking } from '#core/booking/booking'
import { decideClaim, decideRelease, type Volunteer } from '#core/booking/decide'
import type { Decision } from '#core/change/aggregate'
import type { Member } from '#core/member/member'
import { bookings } from '#store/collections'
import { goesOneByOne } from './noShow'

export async function claim(
  context: MemberContext,
  { bookingId }: Input<typeof bookingClaim>,
): Promise<Answer<BookingMoved>> {
  const { member, command, community } = context
  const rule = (booking: Booking, volunteer: Volunteer) =>
    decideClaim(booking, command, volunteer, dayOf(command.at), community.limits)
  const { key, at } = command
  const counted = { key, day: dayOf(at), claimsPerDay: community.limits.claimsPerDay }
  return takeOn(context, member, bookingId, rule, { alone: () => goesOneByOne(context), claim: counted })
}

/** What decides whether a member may take this booking. The probation is read where the booking asks for it. */
export async function volunteerOf(
  member: Member,
  context: Context,
  { experienced }: Pick<Booking, 'experienced'>,
): Promise<Volunteer> {
  const { command, settings } = context
  return {
    memberId: member._id,
    name: member.name,
    teamIds: volunteerTeams(member),
    licences: member.licences,
    ...(experienced && { probationIn: await probationTeams(member._id, context) }),
    ...(await standingOf(member, command.at, settings.sealing)),
  }
}

/**
 * A volunteer takes an open booking, of their own accord or sent by a leader. Two conditional writes decide
 * it: one on the volunteer's diary, so that two claims of one person never overlap, and one on the booking,
 * so that exactly one volunteer wins.
 *
 * @param how where the claim is the volunteer's own, it counts to their day's claims.
 */
export async function takeOn(
  context: Context,
  member: Member,
  bookingId: string,
  decide: (booking: Booking, volunteer: Volunteer) => Decision<Booking>,
  how: Parameters<typeof holdDiary>[2] = {},
): Promise<Answer<BookingMoved>> {
  const { command, community } = context
  let held: { from: number; to: number } | undefined
  let consented = false
  const moved = await context.change(bookings, bookingId, command, async (booking) => {
    const volunteer = await volunteerOf(member, context, booking)
    consented = volunteer.guardianConsents === true
    const decision = decide(booking, volunteer)
    if (!decision.next || decision.next === booking) return decision
    const window = { heldFor: bookingId, from: booking.windowFrom, to: booking.windowTo, at: command.at }
    // whoever was faster may have moved it to another window, which is held in place of the first
    if (held?.from === window.from && held.to === window.to) return decision
    const refusal = await holdDiary(member, window, how)
    if (!refusal) held = window
    return refusal ? { refusal } : decision
  })
  if (moved.state) {
    // the guardian may have withdrawn meanwhile; whichever of the two writes comes second sees the other
    if (consented && !(await guardianConsents(member._id))) {
      const back = { ...command, key: `${command.key}:guardian` }
      await context.change(bookings, bookingId, back, (booking) =>
        decideRelease(booking, back, member._id, pausedNote, community.limits),
      )
      return no('guardian_needed')
    }
    return yes({ state: moved.state.state })
  }
  // where another tap of the same person was faster, the booking is theirs and its window stays
  if (held && !(await isTheirs(bookingId, member._id))) await freeLostClaim(member._id, bookingId, command)
  return moved.refusal
}
