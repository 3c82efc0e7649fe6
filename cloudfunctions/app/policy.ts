import type { Role } from '#contract/member'
import { type Refusal, refuse } from '#contract/refusal'
import { type Identity, rolesOf } from './context'
import type { Settings } from './settings'

/**
 * Who may call an operation.
 * `anyone`; `known`: WeChat or a desk says who it is, registered or not; `member`: registered, also while pending;
 * roles: verified, with at least one of them. What a role may do to which document is the use case's own question.
 */
export type Who = 'anyone' | 'known' | 'member' | readonly [Role, ...Role[]]

/** Undefined: go on. Identity is asked before roles. */
export function admit(who: Who, identity: Identity, settings: Settings): Refusal | undefined {
  if (who === 'anyone') return undefined
  if (identity.openid === undefined) return refuse('unauthenticated')
  if (who === 'known') return undefined
  const roles = rolesOf(identity, settings)
  const { member } = identity
  if (who !== 'member' && roles.some((role) => who.includes(role))) return undefined
  if (!member) return refuse('not_registered')
  if (who === 'member') return undefined
  return refuse(member.state === 'pending' ? 'not_verified' : 'forbidden')
}
