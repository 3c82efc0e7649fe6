import type { Booking } from '#core/booking/booking'
import type { BookingViewer } from '#core/booking/view'
import type { RequestViewer } from '#core/request/view'
import { type Context, isStaffFor, leadsTeam, type MemberContext, volunteerTeams } from './context'

/** What of the caller decides how much of a booking they see. */
export const viewerOf =
  (context: Context) =>
  (booking: Booking): BookingViewer => ({
    memberId: context.member?._id,
    teamIds: context.member ? volunteerTeams(context.member) : [],
    staff: isStaffFor(context, booking),
    leads: leadsTeam(context, booking.teamId),
  })

/**
 * Whether the one who taps has claimed the booking. They may act for its requester, but not confirm their own
 * service.
 */
export const isOwnClaim = ({ command }: MemberContext, { claimerId }: Booking): boolean =>
  claimerId !== null && claimerId === command.whoId

/** What of the caller decides how much of a request they see. */
export const requestViewerOf = ({ member }: MemberContext): RequestViewer => ({
  memberId: member._id,
  grants: member.state === 'verified' ? member.roles : [],
})
