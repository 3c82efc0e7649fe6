import type { Grant, HeldRole, Role, RoleChange, Tier } from '#contract/member'
import { sameGrant } from '#contract/shared/grants'
import { type Command, type Decision, withEffects } from '#core/change/aggregate'
import type { Member } from './member'

/** Reads what `describe` in `member.ts` wrote into an event. */
function readGrant(note: string): Grant {
  const [role, where] = note.split(':') as [Role, string | undefined]
  if (where === undefined) return { role }
  if (role === 'officer') return { role, scope: { tier: where as Tier } }
  return { role, scope: role === 'grid_worker' ? { gridId: where } : { teamId: where } }
}

/**
 * Roles given and taken, the oldest first. Verification gives the role of resident; the configured admin also
 * gets that of admin.
 */
export function roleChanges({ events }: Pick<Member, 'events'>): RoleChange[] {
  return events.flatMap(({ event, at, who, note }): RoleChange[] => {
    const by = who === undefined ? {} : { by: who }
    if (event === 'verified') {
      const first = note === 'configuration'
      const resident: RoleChange = { at, change: 'granted', role: 'resident', ...(first ? {} : by) }
      return first ? [resident, { at, change: 'granted', role: 'admin' }] : [resident]
    }
    if ((event !== 'granted' && event !== 'revoked') || note === undefined) return []
    return [{ at, change: event, ...readGrant(note), ...by }]
  })
}

/** The roles held now, each with the event that gave it last. */
export function heldRoles(member: Pick<Member, 'events' | 'roles'>): HeldRole[] {
  const changes = roleChanges(member)
  return member.roles.map((held) => {
    const own = changes.filter((change) => sameGrant(change, held))
    const taken = own.map(({ change }) => change).lastIndexOf('revoked')
    const given = own[taken + 1]
    if (given === undefined) return held
    return { ...held, since: given.at, ...(given.by === undefined ? {} : { by: given.by }) }
  })
}

/**
 * Tells the member of a role that somebody gave or took; nothing is told where nothing changed.
 *
 * @param scopeName the team's or grid's name, or a tier's key; absent for a role without a scope.
 */
export function withRoleNotice(
  decision: Decision<Member>,
  before: Member,
  command: Command,
  { role }: Grant,
  kind: 'role_granted' | 'role_revoked',
  scopeName: string | undefined,
): Decision<Member> {
  const { next } = decision
  if (next === undefined || next === before) return decision
  return withEffects(
    next,
    command,
    [
      {
        effect: 'notice',
        noticeId: `n_${next._id}_${next.rev}`,
        to: next._id,
        kind,
        note: role,
        ...(command.who === undefined ? {} : { who: command.who }),
        ...(command.whoId === undefined ? {} : { whoId: command.whoId }),
        ...(scopeName === undefined ? {} : { title: scopeName }),
      },
    ],
    next.wakesAt,
  )
}
