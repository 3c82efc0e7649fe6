import type { Grant, Role, Scope } from '../member'

const sameScope = (a: Scope | undefined, b: Scope | undefined): boolean =>
  a?.teamId === b?.teamId && a?.gridId === b?.gridId && a?.tier === b?.tier
export const sameGrant = (a: Grant, b: Grant): boolean => a.role === b.role && sameScope(a.scope, b.scope)

/** Whether these grants hold a role, in a scope where one is asked. */
export function hasRole(grants: readonly Grant[], role: Role, scope?: Scope): boolean {
  return grants.some((grant) => grant.role === role && (scope === undefined || sameScope(grant.scope, scope)))
}

/** Whether these grants run every activity, of whatever team. */
export const runsEveryActivity = (grants: readonly Grant[]): boolean =>
  hasRole(grants, 'coordinator') || hasRole(grants, 'admin')

/** Whether these grants run activities: every one, or those of a team that they lead. */
export const runsActivities = (grants: readonly Grant[]): boolean =>
  runsEveryActivity(grants) || hasRole(grants, 'team_leader')

/** Teams in which these grants hold a role. */
export function teamsOf(grants: readonly Grant[], role: 'volunteer' | 'team_leader'): string[] {
  return grants.flatMap((grant) => (grant.role === role && grant.scope?.teamId ? [grant.scope.teamId] : []))
}

/** Grids for which these grants make somebody a worker. */
export function gridsOf(grants: readonly Grant[]): string[] {
  return grants.flatMap(({ role, scope }) => (role === 'grid_worker' && scope?.gridId ? [scope.gridId] : []))
}

/** Whether these grants write what stands written. */
export const writesPublications = (grants: readonly Grant[]): boolean =>
  runsEveryActivity(grants) || hasRole(grants, 'officer')
