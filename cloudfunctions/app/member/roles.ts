import { type Context, invalid, isFirstAdmin, no, yes } from '#app/call/context'
import { standingOf } from '#app/guardian/guardians'
import type { Grant, HeldRole, memberGrant, memberRevoke, memberRoles, RolesOnRecord } from '#contract/member'
import type { Input } from '#contract/shared/operation'
import type { Answer } from '#contract/shared/refusal'
import type { Decision } from '#core/change/aggregate'
import { decideRevoke, type Member } from '#core/member/member'
import { heldRoles, roleChanges, withRoleNotice } from '#core/member/roles'
import { volunteeringFault } from '#core/member/volunteering'
import { members } from '#store/collections'
import { foundMember } from './people'
import { decideNumberedGrant } from './volunteerNo'

/** Names the part of a scope that a role needs and that is missing or unknown. */
function scopeFault(context: Context, { role, scope }: Input<typeof memberGrant>): string | undefined {
  const { teams, grids } = context.community
  if (role === 'volunteer' || role === 'team_leader')
    return teams.some(({ teamId }) => teamId === scope?.teamId) ? undefined : 'scope.teamId'
  if (role === 'grid_worker')
    return grids.some(({ gridId }) => gridId === scope?.gridId) ? undefined : 'scope.gridId'
  if (role === 'officer') return scope?.tier === undefined ? 'scope.tier' : undefined
  return undefined
}

/** Keeps only the part of a scope that its role has. */
function grantOf({ role, scope }: Input<typeof memberGrant>): Grant {
  if ((role === 'volunteer' || role === 'team_leader') && scope?.teamId !== undefined)
    return { role, scope: { teamId: scope.teamId } }
  if (role === 'grid_worker' && scope?.gridId !== undefined) return { role, scope: { gridId: scope.gridId } }
  if (role === 'officer' && scope?.tier !== undefined) return { role, scope: { tier: scope.tier } }
  return { role }
}

/** Names what a role holds for, as the notice says it. */
function scopeName({ community }: Context, { scope }: Grant): string | undefined {
  const team = community.teams.find(({ teamId }) => teamId === scope?.teamId)
  const grid = community.grids.find(({ gridId }) => gridId === scope?.gridId)
  return team?.name ?? grid?.name ?? scope?.tier
}

export async function grant(
  context: Context,
  input: Input<typeof memberGrant>,
): Promise<Answer<{ roles: Grant[] }>> {
  const fault = scopeFault(context, input)
  if (fault) return invalid(fault, 'is needed for this role')
  return changeRoles(context, input.memberId, grantOf(input), decideNumberedGrant, 'role_granted')
}

/** Takes a role back, even where its team or grid no longer exists. The first admin stays an admin. */
export async function revoke(
  context: Context,
  input: Input<typeof memberRevoke>,
): Promise<Answer<{ roles: Grant[] }>> {
  return changeRoles(context, input.memberId, grantOf(input), decideRevoke, 'role_revoked')
}

async function changeRoles(
  context: Context,
  memberId: string,
  given: Grant,
  rule: typeof decideNumberedGrant | typeof decideRevoke,
  kind: 'role_granted' | 'role_revoked',
): Promise<Answer<{ roles: Grant[] }>> {
  const { command, settings } = context
  const changed = await context.change(
    members,
    memberId,
    command,
    async (member): Promise<Decision<Member>> => {
      if (kind === 'role_revoked' && given.role === 'admin' && isFirstAdmin(member, settings))
        return { refusal: 'first_admin_stays' }
      if (kind === 'role_granted' && given.role === 'volunteer') {
        // a minor needs a guardian's consent, whoever grants the role
        const fault = volunteeringFault(await standingOf(member, command.at, settings.sealing))
        if (fault) return { refusal: fault }
      }
      return withRoleNotice(
        await rule(member, command, given),
        member,
        command,
        given,
        kind,
        scopeName(context, given),
      )
    },
  )
  return changed.refusal ?? yes({ roles: changed.state.roles })
}

/** Shows an admin a member's roles with their past. */
export async function rolesOnRecord(
  context: Context,
  { memberId }: Input<typeof memberRoles>,
): Promise<Answer<RolesOnRecord>> {
  const { settings, community } = context
  const member = await members.get(memberId)
  if (!member || member.communityId !== community._id) return no('not_found')
  const byConfiguration = isFirstAdmin(member, settings)
  const held = heldRoles(member).map(
    (role): HeldRole =>
      role.role === 'admin' && byConfiguration ? { ...role, byConfiguration: true } : role,
  )
  return yes({ member: foundMember(context, member), roles: held, history: roleChanges(member).reverse() })
}
