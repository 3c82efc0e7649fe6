import { type Identity, type MemberContext, no, worksInGrid, yes } from '#app/call/context'
import type { OperationRow } from '#app/call/row'
import type { Settings } from '#app/call/settings'
import type { Changed } from '#app/change/change'
import { tellMember } from '#app/notice/tell'
import type { Operation } from '#contract/operations'
import type { AppointedProxy, memberAppointProxy, memberDismissProxy } from '#contract/proxy'
import type { Input } from '#contract/shared/operation'
import { type Answer, type Refusal, refuse } from '#contract/shared/refusal'
import { isClosing } from '#core/account/closing'
import { decideUnask } from '#core/member/asked'
import type { Member } from '#core/member/member'
import {
  actedNotices,
  decideAppoint,
  decideDismiss,
  manyProxies,
  newProxyship,
  type Proxyship,
  proxyshipId,
} from '#core/proxy/proxyship'
import { members, proxyships } from '#store/collections'

/** Lists who may act for the member. */
export async function proxiesOf(memberId: string): Promise<AppointedProxy[]> {
  const found = await proxyships.find('byMember', { memberId, active: true }, { limit: manyProxies })
  return found.map(({ proxyId, proxyName, since }) => ({ memberId: proxyId, name: proxyName, since }))
}

/** Nobody acts for more people. */
const manyPrincipals = 50

/** Lists for whom the member may act. */
export async function actsFor(memberId: string): Promise<AppointedProxy[]> {
  const found = await proxyships.find(
    'byProxy',
    { proxyId: memberId, active: true },
    { limit: manyPrincipals },
  )
  return found.map(({ memberId: principalId, memberName, since }) => ({
    memberId: principalId,
    name: memberName,
    since,
  }))
}

export async function appoint(
  { member, command, change }: MemberContext,
  { memberId }: Input<typeof memberAppointProxy>,
): Promise<Answer<{ proxies: AppointedProxy[] }>> {
  const proxy = await members.get(memberId)
  if (proxy?.state !== 'verified' || isClosing(proxy)) return no('not_found')
  const already = await proxiesOf(member._id)
  if (already.length >= manyProxies && !already.some((held) => held.memberId === memberId))
    return no('proxy_full')
  const start = newProxyship(member, proxy)
  return answered(
    member,
    await change(proxyships, start._id, command, (proxyship) => decideAppoint(proxyship, command), start),
  )
}

/** Dismisses a proxy. What they have stated for the member waits no longer. */
export async function dismiss(
  { member, command, change }: MemberContext,
  { memberId }: Input<typeof memberDismissProxy>,
): Promise<Answer<{ proxies: AppointedProxy[] }>> {
  const dismissed = await change(proxyships, proxyshipId(member._id, memberId), command, (proxyship) =>
    decideDismiss(proxyship, command),
  )
  const unasking = { ...command, key: `${command.key}:unask` }
  if (!dismissed.refusal && member.asked?.whoId === memberId)
    await change(members, member._id, unasking, (state) => decideUnask(state, unasking, memberId))
  return answered(member, dismissed)
}

async function answered(
  member: Member,
  changed: Changed<Proxyship>,
): Promise<Answer<{ proxies: AppointedProxy[] }>> {
  return changed.refusal ?? yes({ proxies: await proxiesOf(member._id) })
}

/**
 * Finds the member whom somebody acts for: one who has appointed them, or one of a worker's own grid. Any
 * other id is `forbidden`, whether or not it is a member's; so is one whose account is closed or closing.
 */
export async function principalOf(
  row: Pick<OperationRow, 'onBehalf'>,
  identity: Identity,
  memberId: string,
  settings: Settings,
): Promise<Member | Refusal> {
  const { member: actor } = identity
  if (!row.onBehalf || actor?.state !== 'verified' || isClosing(actor)) return refuse('forbidden')
  const [principal, proxyship] = await Promise.all([
    members.get(memberId),
    proxyships.get(proxyshipId(memberId, actor._id)),
  ])
  if (!principal || principal.state === 'closed' || isClosing(principal)) return refuse('forbidden')
  return proxyship?.active || worksInGrid({ identity, settings }, principal.gridId)
    ? principal
    : refuse('forbidden')
}

/** Tells both what one has done for the other. Of a read nobody is told. */
export async function tellBoth(
  op: Operation,
  { kind, onBehalf }: Pick<OperationRow, 'kind' | 'onBehalf'>,
  actor: Member,
  principal: Member,
  command: { key: string; at: number },
  about: { bookingId?: string; requestId?: string },
): Promise<void> {
  if (kind === 'read' || onBehalf === 'quiet') return
  for (const notice of actedNotices({ key: command.key, op, ...about }, actor, principal))
    await tellMember(notice, principal.communityId, command.at)
}
