import { type Identity, isKnown, rolesOf } from '#app/call/context'
import type { OperationRow } from '#app/call/row'
import type { Settings } from '#app/call/settings'
import { type Refusal, refuse } from '#contract/shared/refusal'
import { isClosing } from '#core/account/closing'

/**
 * Says why somebody may not call an operation; undefined where they may. Identity is asked before roles.
 *
 * Somebody who has asked to close their account may still do what is open to every member, and what a row
 * allows `while` closing; they would not be there to end anything else. Somebody whose new home or name is
 * being checked may still do what a row allows `while` moving, so that what has begun goes on. Whose account is being
 * joined to a paper member only reads until that is done.
 */
export function admit(
  row: Pick<OperationRow, 'kind' | 'who' | 'while'>,
  identity: Identity,
  settings: Settings,
): Refusal | undefined {
  const { who } = row
  if (who === 'anyone') return undefined
  if (!isKnown(identity)) return refuse('unauthenticated')
  if (who === 'known') return undefined
  if (identity.member?.joining && row.kind === 'write') return refuse('joining')
  const resting = row.while?.includes('moving') ? (identity.resting ?? []) : []
  const roles = [...rolesOf(identity, settings), ...resting.map(({ role }) => role)]
  const { member } = identity
  if (who !== 'member' && roles.some((role) => who.some((wanted) => wanted === role)))
    return member && isClosing(member) && !row.while?.includes('closing') ? refuse('closing') : undefined
  if (!member) return refuse('not_registered')
  if (who === 'member') return undefined
  return refuse(member.state === 'pending' ? 'not_verified' : 'forbidden')
}
