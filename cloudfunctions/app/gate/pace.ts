import type { Caller, Identity } from '#app/call/context'
import { memberIdOf, sha256 } from '#app/call/ids'
import type { OperationRow } from '#app/call/row'
import type { Settings } from '#app/call/settings'
import { tellMember } from '#app/notice/tell'
import type { Operation } from '#contract/operations'
import { defaultPaces, type Pace, type PaceName } from '#contract/shared/pace'
import { type Refusal, refuse } from '#contract/shared/refusal'
import type { Instant } from '#contract/shared/scalars'
import { dayOf } from '#contract/shared/wallClock'
import type { Member } from '#core/member/member'
import { Turnstile } from '#core/pace/turnstile'
import { lookups } from '#store/collections'
import { log } from '#store/platform/log'
import type { CommunityDocument } from '#store/rows/community'
import { plus } from '#store/words/changes'
import { below } from '#store/words/conditions'

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

const limitOf = (pace: PaceName, { paces }: Pick<CommunityDocument, 'paces'>): Pace =>
  paces?.[pace] ?? defaultPaces[pace]

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

/**
 * Counts one look into other people's records, over all instances, and refuses it when the day's looks are
 * spent. The first admin is then told, once a day for each member.
 */
export async function lookupSpent(
  pace: PaceName,
  member: Member,
  at: Instant,
  community: Pick<CommunityDocument, '_id' | 'paces'>,
  settings: Settings,
): Promise<Refusal | undefined> {
  const { perDay } = limitOf(pace, community)
  if (perDay === undefined) return undefined
  const communityId = community._id
  const _id = `${member._id}_${pace}_${dayOf(at)}`
  const within = { _id, count: below(perDay) }
  const oneMore = () => lookups.update(within, { count: plus(1) })
  if (await oneMore()) return undefined
  const first = { _id, communityId, memberId: member._id, pace, count: 1, at }
  if ((await lookups.insert(first)) || (await oneMore())) return undefined
  log('pace.day_spent', { pace, memberId: member._id })
  const to = memberIdOf(communityId, settings.firstAdminOpenid)
  await tellMember(
    {
      effect: 'notice',
      noticeId: `lookups_${_id}`,
      to,
      kind: 'lookups_stopped',
      who: member.name,
      whoId: member._id,
    },
    communityId,
    at,
  )
  return refuse('lookups_spent')
}
