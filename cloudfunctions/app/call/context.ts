import type { Changes } from '#app/change/change'
import type { Grant, Role } from '#contract/member'
import { hasRole, teamsOf } from '#contract/shared/grants'
import { type Answer, type Refusal, type RefusalCode, refuse } from '#contract/shared/refusal'
import type { MemberId } from '#contract/shared/scalars'
import type { Command } from '#core/change/aggregate'
import type { Member } from '#core/member/member'
import { isMoving } from '#core/member/moving'
import { desks, members } from '#store/collections'
import type { CommunityDocument } from '#store/rows/community'
import { memberIdOf, sha256 } from './ids'
import { standsFor } from './pointer'
import type { Settings } from './settings'

/** The channel that a call came by. The platform says it, never the call's content. */
export type Caller = (
  | { via: 'mini_program'; openid: string }
  | { via: 'browser'; token: string | undefined; address?: string | undefined }
) & {
  /** The local cloud makes this call itself, and it is not slowed down. */
  unpaced?: boolean
}

/** Who calls, as far as it is known. */
export interface Identity {
  openid?: string
  deskId?: string
  member?: Member
  /** The grants of somebody whose new home or name is being checked. They rest: `member` holds none meanwhile. */
  resting?: Grant[]
  /**
   * Who acts for them: staff of their grid, or somebody they have appointed. Then they count as a resident,
   * whatever other roles they have.
   */
  actedFor?: 'staff' | 'proxy'
}

/** Whether WeChat or a desk says who it is, or somebody acts for a member, who may be one on paper. */
export const isKnown = ({ openid, member }: Pick<Identity, 'openid' | 'member'>): boolean =>
  openid !== undefined || member !== undefined

/** What every use case is given. */
export interface Context extends Pick<Changes, 'change' | 'changeAll' | 'payOff'> {
  settings: Settings
  community: CommunityDocument
  caller: Caller
  /** The openid of who calls, also where they act for somebody: whatever is written, they have written. */
  writer: string | undefined
  identity: Identity
  /** The caller, or the member they act for; absent for somebody who has not registered, even the first admin. */
  member: Member | undefined
  command: Command
}

/** A context whose person is registered, as the policy has checked. */
export interface MemberContext extends Context {
  member: Member
}

export const isRegistered = (context: Context): context is MemberContext => context.member !== undefined

/**
 * Finds the member behind an openid, or the id that registering would give. Closed accounts are passed over; one that
 * has adopted a paper member is that member.
 */
export async function lifeOf(
  communityId: string,
  openid: string,
): Promise<{ memberId: MemberId; member?: Member }> {
  for (let life = 1; ; life++) {
    const memberId = memberIdOf(communityId, openid, life)
    const account = await members.get(memberId)
    if (!account) return { memberId }
    const member = await standsFor(account, Date.now())
    if (member === undefined) return { memberId }
    if (member !== 'gone') return { memberId: member._id, member }
  }
}

/** A member without the roles that rest. */
export function personOf(member: Member): Pick<Identity, 'member' | 'resting'> {
  return isMoving(member) ? { member: { ...member, roles: [] }, resting: member.roles } : { member }
}

export async function identify(caller: Caller, communityId: string, now: number): Promise<Identity> {
  if (caller.via === 'mini_program') {
    const { openid } = caller
    const { member } = await lifeOf(communityId, openid)
    return member ? { openid, ...personOf(member) } : { openid }
  }
  if (caller.token === undefined) return {}
  const deskId = sha256(caller.token)
  const desk = await desks.get(deskId)
  if (!desk || desk.revokedAt !== null || desk.expiresAt <= now) return {}
  const account = await members.get(desk.memberId)
  const member = account && (await standsFor(account, now))
  if (member === undefined || member === 'gone' || member.openid === undefined) return {}
  return { openid: member.openid, deskId, ...personOf(member) }
}

/** The roles a person has now. The configured first admin needs no grant. */
export function rolesOf(identity: Identity, settings: Settings): Role[] {
  const granted =
    identity.member?.state === 'verified' ? identity.member.roles.map((grant) => grant.role) : []
  const named = isFirstAdmin(identity, settings) && !identity.actedFor
  return named && !granted.includes('admin') ? [...granted, 'admin'] : granted
}

/** Who asks, as far as their roles say. */
export type Asker = Pick<Context, 'identity' | 'settings'>

export const hasOneOf = ({ identity, settings }: Asker, roles: readonly Role[]): boolean =>
  rolesOf(identity, settings).some((role) => roles.includes(role))

/** The grants of a person as they read them, the configured first admin's among them. */
export function grantsShown(identity: Identity, settings: Settings): Grant[] {
  const { member } = identity
  const named: Grant[] = isFirstAdmin(identity, settings) ? [{ role: 'admin' }] : []
  if (member?.state !== 'verified') return named
  return rolesOf(identity, settings).length > member.roles.length ? [...member.roles, ...named] : member.roles
}

/** A member as others act for them: an office belongs to its holder and cannot be used by a proxy. */
export const withoutOffice = (member: Member): Member => ({
  ...member,
  roles: member.roles.filter(({ role }) => role === 'resident'),
})

export const isFirstAdmin = ({ openid }: Pick<Identity, 'openid'>, settings: Settings): boolean =>
  openid !== undefined && openid === settings.firstAdminOpenid

export const isAdmin = ({ identity, settings }: Asker): boolean =>
  rolesOf(identity, settings).includes('admin')

/** Whether somebody leads that team, or is an admin. */
export const leadsTeam = (asker: Asker, teamId: string): boolean =>
  isAdmin(asker) || hasRole(asker.identity.member?.roles ?? [], 'team_leader', { teamId })

/** Whether somebody works in that grid, or is an admin. */
export const worksInGrid = (asker: Asker, gridId: string): boolean =>
  isAdmin(asker) || hasRole(asker.identity.member?.roles ?? [], 'grid_worker', { gridId })

/** Whether the caller leads a booking's team, works in its grid, or is an admin. */
export function isStaffFor(context: Context, booking: { teamId: string; gridId: string }): boolean {
  if (isAdmin(context)) return true
  return (context.member?.roles ?? []).some(
    (grant) =>
      (grant.role === 'team_leader' && grant.scope?.teamId === booking.teamId) ||
      (grant.role === 'grid_worker' && (grant.scope?.gridId ?? booking.gridId) === booking.gridId),
  )
}

export const volunteerTeams = (member: Member): string[] => teamsOf(member.roles, 'volunteer')

export const yes = <Data>(data: Data): Answer<Data> => ({ ok: true, data })
export const no = (code: RefusalCode): Refusal => refuse(code)
export const invalid = (path: string, message: string): Refusal =>
  refuse('invalid_input', [{ path, message }])
