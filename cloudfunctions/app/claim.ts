import type { BookingMoved } from '#contract/booking'
import type { InputOf } from '#contract/operations'
import type { Answer } from '#contract/refusal'
import { dayOf } from '#contract/wallClock'
import { decideClaim, decideRelease, type Volunteer } from '#core/booking/decide'
import { bookings } from '#store/collections'
import { change } from './change'
import { type MemberContext, no, volunteerTeams, yes } from './context'
import { holdDiary, isTheirs } from './diary'
import { freeDiary } from './effects'
import { guardianConsents, standingOf } from './guardians'
import { pausedNote } from './noticeText'

/**
 * Claims an open booking. Two conditional writes decide it: one on the volunteer's diary, so that two claims of one
 * person never overlap, and one on the booking, so that exactly one volunteer wins.
 */
export async function claim(
  context: MemberContext,
  { bookingId }: InputOf<'booking.claim'>,
): Promise<Answer<BookingMoved>> {
  const { member, command, community, settings } = context
  const volunteer: Volunteer = {
    memberId: member._id,
    name: member.name,
    teamIds: volunteerTeams(member),
    licences: member.licences,
    ...(await standingOf(member, command.at, settings.sealing)),
  }
  let held = false
  const moved = await change(bookings, bookingId, command, async (booking) => {
    const decision = decideClaim(booking, command, volunteer, dayOf(command.at), community.limits)
    if (!decision.next || decision.next === booking || held) return decision
    const window = { heldFor: bookingId, from: booking.windowFrom, to: booking.windowTo, at: command.at }
    held = await holdDiary(member, window)
    return held ? decision : { refusal: 'clash' }
  })
  if (moved.state) {
    // taken back while this was under way: whoever writes second sees the other, so no claim is left over
    if (volunteer.guardianConsents && !(await guardianConsents(member._id))) {
      const back = { ...command, key: `${command.key}:guardian` }
      await change(bookings, bookingId, back, (booking) =>
        decideRelease(booking, back, member._id, pausedNote, community.limits),
      )
      return no('guardian_needed')
    }
    return yes({ state: moved.state.state })
  }
  // Refused, and theirs all the same: another tap of the same person was faster, and its window stays.
  if (held && !(await isTheirs(bookingId, member._id))) await freeDiary(member._id, bookingId, command.at)
  return moved.refusal
}
