import type { Me, Role } from '#contract/member'

/** Whether the person holds a role anywhere. */
export function holdsRole(me: Me | undefined, role: Role): boolean {
  return me?.roles.some((grant) => grant.role === role) ?? false
}

/** Whether what is theirs is under way here: a resident, also while a move is being checked. */
export const isKnown = ({ member }: Me): boolean =>
  member !== undefined && (member.state === 'verified' || member.movedFrom !== undefined)

/** Whether they have promised or may promise to help; also while a move is being checked and the role rests. */
export const serves = (me: Me | undefined): boolean =>
  holdsRole(me, 'volunteer') || (me?.member?.movedFrom !== undefined && me.member.volunteerNo !== undefined)

/** Whether the person checks registrations and acts for residents. */
export const isResidentStaff = (me: Me | undefined): boolean =>
  holdsRole(me, 'grid_worker') || holdsRole(me, 'admin')

/** Whether bookings nobody has claimed are put before them: a team's leader, a grid's worker, an admin. */
export const arranges = (me: Me | undefined): boolean => holdsRole(me, 'team_leader') || isResidentStaff(me)

/** Whether the person works on requests: a grid's worker, or an officer of a tier. */
export const isOffice = (me: Me | undefined): boolean =>
  holdsRole(me, 'grid_worker') || holdsRole(me, 'officer')

/** The roles held, each once, in the order they were given. */
export function rolesHeld(me: Me): Role[] {
  return [...new Set(me.roles.map(({ role }) => role))]
}
