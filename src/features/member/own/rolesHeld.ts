import type { Me, MemberState, Role } from '#contract/member'
import { hasRole } from '#contract/shared/grants'

/** What of a person says whether they volunteer, and how far their registration is. */
export interface KnownPerson extends Pick<Me, 'roles'> {
  member?: { state: MemberState; movedFrom?: object; volunteerNo?: string }
}

/** Whether the person holds a role in any scope. */
export const holdsRole = (me: Pick<Me, 'roles'> | undefined, role: Role): boolean =>
  hasRole(me?.roles ?? [], role)

/** Whether the person leads a team. */
export const isLeaderOf = (me: Pick<Me, 'roles'> | undefined, teamId: string): boolean =>
  hasRole(me?.roles ?? [], 'team_leader', { teamId })

/** Whether the person is verified, or was and has a move or a rename checked. */
export const isResidentOrMoving = ({ member }: Me): boolean =>
  member !== undefined && (member.state === 'verified' || member.movedFrom !== undefined)

/** Whether the person is a volunteer, also while the role rests because a move or a rename is being checked. */
export const isVolunteer = (me: KnownPerson | undefined): boolean =>
  holdsRole(me, 'volunteer') || (me?.member?.movedFrom !== undefined && me.member.volunteerNo !== undefined)

/** Whether the person is a volunteer, or was one: their hours stay, and what has begun is theirs to end. */
export const everVolunteered = (me: KnownPerson | undefined): boolean =>
  holdsRole(me, 'volunteer') || me?.member?.volunteerNo !== undefined

/** Whether the person checks registrations and acts for residents. */
export const isResidentStaff = (me: Me | undefined): boolean =>
  holdsRole(me, 'grid_worker') || holdsRole(me, 'admin')

/** Whether the person sees the bookings that nobody has claimed: a team's leader, a grid's worker, an admin. */
export const seesUnclaimed = (me: Me | undefined): boolean =>
  holdsRole(me, 'team_leader') || isResidentStaff(me)

/** Whether the person works on requests: a grid's worker, or an officer of a tier. */
export const handlesRequests = (me: Me | undefined): boolean =>
  holdsRole(me, 'grid_worker') || holdsRole(me, 'officer')

/** The roles held, each once, in the order they were given. */
export function rolesHeld(me: Me): Role[] {
  return [...new Set(me.roles.map(({ role }) => role))]
}
