import type { Booking } from '#core/booking/booking'
import type { Viewer } from '#core/booking/view'
import { holds } from '#core/member/member'
import type { RequestViewer } from '#core/request/view'
import { isStaffFor, type MemberContext, rolesOf, volunteerTeams } from './context'

/** Leads that team, or answers for the whole community. */
export const leads = ({ member, identity, settings }: MemberContext, teamId: string): boolean =>
  rolesOf(identity, settings).includes('admin') || holds(member.roles, 'team_leader', { teamId })

/** What the caller brings to a booking. */
export const viewerOf =
  (context: MemberContext) =>
  (booking: Booking): Viewer => ({
    memberId: context.member._id,
    teamIds: volunteerTeams(context.member),
    staff: isStaffFor(context, booking),
    leads: leads(context, booking.teamId),
  })

/** Whoever taps has claimed it, though they act for the requester: nobody vouches for their own coming. */
export const isOwnClaim = ({ command }: MemberContext, { claimerId }: Booking): boolean =>
  claimerId !== null && claimerId === command.whoId

/** What the caller brings to a request. */
export const requestViewerOf = ({ member }: MemberContext): RequestViewer => ({
  memberId: member._id,
  grants: member.state === 'verified' ? member.roles : [],
})
