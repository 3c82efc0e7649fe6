import type { Booking } from '#core/booking/booking'
import type { BookingViewer } from '#core/booking/view'
import type { RequestViewer } from '#core/request/view'
import { type Context, isStaffFor, leadsTeam, type MemberContext, volunteerTeams } from './context'

/** What the caller brings to a booking. */
export const viewerOf =
  (context: Context) =>
  (booking: Booking): BookingViewer => ({
    memberId: context.member?._id,
    teamIds: context.member ? volunteerTeams(context.member) : [],
    staff: isStaffFor(context, booking),
    leads: leadsTeam(context, booking.teamId),
  })

/** Whoever taps has claimed it, though they act for the requester: nobody vouches for their own coming. */
export const isOwnClaim = ({ command }: MemberContext, { claimerId }: Booking): boolean =>
  claimerId !== null && claimerId === command.whoId

/** What the caller brings to a request. */
export const requestViewerOf = ({ member }: MemberContext): RequestViewer => ({
  memberId: member._id,
  grants: member.state === 'verified' ? member.roles : [],
})
