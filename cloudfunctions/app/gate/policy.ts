import { type Identity, rolesOf } from '#app/call/context'
import type { OperationRow } from '#app/call/row'
import type { Settings } from '#app/call/settings'
import { type Refusal, refuse } from '#contract/shared/refusal'
import { isClosing } from '#core/account/closing'

/**
 * Who may call an operation; undefined: go on. Identity is asked before roles.
 *
 * Somebody who has asked to close their account may still do what is open to every member, and what a row allows
 * `while` closing: anything else that needs a role would begin what nobody will end. Somebody whose new home or name
 * is being checked may still do what a row allows `while` moving: it carries on or ends what has begun.
 */
export function admit(
  row: Pick<OperationRow, 'who' | 'while'>,
  identity: Identity,
  settings: Settings,
): Refusal | undefined {
  const { who } = row
  if (who === 'anyone') return undefined
  if (identity.openid === undefined) return refuse('unauthenticated')
  if (who === 'known') return undefined
  const resting = row.while?.includes('moving') ? (identity.resting ?? []) : []
  const roles = [...rolesOf(identity, settings), ...resting.map(({ role }) => role)]
  const { member } = identity
  if (who !== 'member' && roles.some((role) => who.some((wanted) => wanted === role)))
    return member && isClosing(member) && !row.while?.includes('closing') ? refuse('closing') : undefined
  if (!member) return refuse('not_registered')
  if (who === 'member') return undefined
  return refuse(member.state === 'pending' ? 'not_verified' : 'forbidden')
}
