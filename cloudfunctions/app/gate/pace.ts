import type { Caller, Identity } from '#app/call/context'
import { sha256 } from '#app/call/ids'
import type { OperationRow } from '#app/call/row'
import { limitOf } from '#app/member/lookups'
import type { Operation } from '#contract/operations'
import type { PaceName } from '#contract/shared/pace'
import type { Instant } from '#contract/shared/scalars'
import { Turnstile } from '#core/pace/turnstile'
import { log } from '#store/platform/log'
import type { CommunityDocument } from '#store/rows/community'

/** The counts of this instance. Other instances count for themselves. */
const turnstile = new Turnstile()

/** Browsers that have not signed in may share an address, so one address counts as so many people. */
const peopleAtAnAddress = 5
/** Where the platform names no address, all such browsers share one count, as so many people. */
const peopleWithoutAddress = 20
/** A command that repeats an earlier one still passes up to so many times the limit. */
const repeatsUpTo = 2

/** `repeats`: only a command that was sent before goes on. */
export type Admission = 'on' | 'repeats' | 'stop'

/** The pace of an operation is what its row says, or else its kind. */
export const paceOf = ({ pace, kind }: Pick<OperationRow, 'pace' | 'kind'>): PaceName => pace ?? kind

/**
 * Counts a call and says whether it may go on. It costs no call to the database: each instance counts what it
 * sees, so a person whose calls reach several instances has the limit several times.
 */
export function askedTooOften(
  call: { op: Operation; pace: PaceName; mayBeRepeat: boolean; at: Instant },
  caller: Caller,
  identity: Identity,
  community: Pick<CommunityDocument, 'paces'> | undefined,
): Admission {
  if (caller.unpaced) return 'on'
  const { asker, people } = askerOf(caller, identity)
  const count = turnstile.pass(`${call.op} ${asker}`, call.at)
  const most = limitOf(call.pace, community ?? {}).perMinute * people
  if (count <= most) return 'on'
  if (count === most + 1) log('pace.stopped', { op: call.op, memberId: identity.member?._id })
  return call.mayBeRepeat && count <= most * repeatsUpTo ? 'repeats' : 'stop'
}

function askerOf(caller: Caller, { member, openid }: Identity): { asker: string; people: number } {
  const person = member?._id ?? openid
  if (person !== undefined) return { asker: person, people: 1 }
  const address = caller.via === 'browser' ? caller.address : undefined
  return address === undefined
    ? { asker: 'anybody', people: peopleWithoutAddress }
    : { asker: sha256(address), people: peopleAtAnAddress }
}
