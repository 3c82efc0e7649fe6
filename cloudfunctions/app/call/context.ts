import type { Changes } from '#app/change/change'
import type { Grant, Role } from '#contract/member'
import { type Answer, type Refusal, type RefusalCode, refuse } from '#contract/shared/refusal'
import type { MemberId } from '#contract/shared/scalars'
import type { Command } from '#core/change/aggregate'
import { holds, type Member, teamsOf } from '#core/member/member'
import { isMoving } from '#core/member/moving'
import { desks, members } from '#store/collections'
import type { CommunityDocument } from '#store/rows/community'
import { memberIdOf, sha256 } from './ids'
import type { Settings } from './settings'

/** The channel that a call came by. The platform says it, never the call's content. */
export type Caller = (
  | { via: 'mini_program'; openid: string }
  | { via: 'browser'; token: string | undefined; address?: string | undefined }
) & {
  /** The local cloud acts on this machine's behalf: nobody to be slowed down. */
  unpaced?: boolean
}

/** Who that is. */
export interface Identity {
  openid?: string
  deskId?: string
  member?: Member
  /** The grants of somebody whose new home or name is being checked: they rest, and `member` holds none. */
  resting?: Grant[]
  /** Somebody acts for them: they are a resident here, whatever else they are by themselves. */
  actedFor?: true
}

/** What every use case is given. */
export interface Context extends Pick<Changes, 'change' | 'payOff'> {
  settings: Settings
  /** The community that is served; whatever needs its id asks it here. */
  community: CommunityDocument
  caller: Caller
  identity: Identity
  /** Whose call it is in effect; absent for who has not registered, be it the first administrator. */
  member: Member | undefined
  command: Command
}

/** A context whose person is registered; the policy has seen to it. */
export interface MemberContext extends Context {
  member: Member
}

export const isRegistered = (context: Context): context is MemberContext => context.member !== undefined

/** The member behind an openid, and the id that registering would give: a life that is closed is passed over. */
export async function lifeOf(
  communityId: string,
  openid: string,
): Promise<{ memberId: MemberId; member?: Member }> {
  for (let life = 1; ; life++) {
    const memberId = memberIdOf(communityId, openid, life)
    const member = await members.get(memberId)
    if (!member) return { memberId }
    if (member.state !== 'closed') return { memberId, member }
  }
}

/** A person with the roles that count now. */
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
  const member = await members.get(desk.memberId)
  return member && member.state !== 'closed' ? { openid: member.openid, deskId, ...personOf(member) } : {}
}

/** The roles a person has now; the configured first admin is one before anybody could grant it. */
export function rolesOf(identity: Identity, settings: Settings): Role[] {
  const granted =
    identity.member?.state === 'verified' ? identity.member.roles.map((grant) => grant.role) : []
  const named = isFirstAdmin(identity, settings) && !identity.actedFor
  return named && !granted.includes('admin') ? [...granted, 'admin'] : granted
}

/** A member as who acts for them stands in their place: an office is given to a person and is not lent on. */
export const withoutOffice = (member: Member): Member => ({
  ...member,
  roles: member.roles.filter(({ role }) => role === 'resident'),
})

export const isFirstAdmin = (identity: Pick<Identity, 'openid'>, settings: Settings): boolean =>
  identity.openid === settings.firstAdminOpenid

/** Who asks, and the settings that name the first administrator. */
type Asker = Pick<Context, 'identity' | 'settings'>

export const isAdmin = ({ identity, settings }: Asker): boolean =>
  rolesOf(identity, settings).includes('admin')

/** The leader of that team, or an admin. */
export const leadsTeam = (asker: Asker, teamId: string): boolean =>
  isAdmin(asker) || holds(asker.identity.member?.roles ?? [], 'team_leader', { teamId })

/** A worker of that grid, or an admin. */
export const worksInGrid = (asker: Asker, gridId: string): boolean =>
  isAdmin(asker) || holds(asker.identity.member?.roles ?? [], 'grid_worker', { gridId })

/** Works for a booking's team or grid, or for the whole community. */
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
