import { type Identity, rolesOf } from '#app/call/context'
import type { Settings } from '#app/call/settings'
import type { Role } from '#contract/member'
import type { Operation } from '#contract/operations'
import { type Refusal, refuse } from '#contract/shared/refusal'
import { isClosing } from '#core/account/closing'

/**
 * Who may call an operation.
 * `anyone`; `known`: WeChat or a desk says who it is, registered or not; `member`: registered, also while pending;
 * roles: verified, with at least one of them. What a role may do to which document is the use case's own question.
 */
export type Who = 'anyone' | 'known' | 'member' | readonly [Role, ...Role[]]

/**
 * What somebody who has asked to close their account may still do beside what is open to every member: the word a
 * volunteer's hours wait for. Everything else that needs a role would begin what nobody will end.
 */
const whileClosing: ReadonlySet<Operation> = new Set<Operation>(['booking.confirm'])

/**
 * What somebody whose new place or name is being checked may still do: whatever carries on or ends what has begun, and
 * nothing that begins.
 */
const whileMoving: ReadonlySet<Operation> = new Set<Operation>([
  'booking.cancel',
  'booking.release',
  'booking.code',
  'booking.slip',
  'booking.checkIn',
  'booking.checkOut',
  'booking.confirm',
  'booking.noShow',
  'booking.appeal',
  'session.withdraw',
  'session.acceptOffer',
  'session.declineOffer',
  'session.checkIn',
  'session.appeal',
  'session.feedback',
  'shift.withdraw',
  'shift.checkIn',
  'shift.checkOut',
  'request.answer',
  'request.rate',
  'request.reopen',
  'member.changePhone',
  'member.move',
  'member.rename',
  'guardian.answer',
  'guardian.list',
])

/** Undefined: go on. Identity is asked before roles. */
export function admit(op: Operation, who: Who, identity: Identity, settings: Settings): Refusal | undefined {
  if (who === 'anyone') return undefined
  if (identity.openid === undefined) return refuse('unauthenticated')
  if (who === 'known') return undefined
  const resting = whileMoving.has(op) ? (identity.resting ?? []) : []
  const roles = [...rolesOf(identity, settings), ...resting.map(({ role }) => role)]
  const { member } = identity
  if (who !== 'member' && roles.some((role) => who.includes(role)))
    return member && isClosing(member) && !whileClosing.has(op) ? refuse('closing') : undefined
  if (!member) return refuse('not_registered')
  if (who === 'member') return undefined
  return refuse(member.state === 'pending' ? 'not_verified' : 'forbidden')
}
