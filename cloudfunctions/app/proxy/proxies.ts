import { type Identity, type MemberContext, no, worksInGrid, yes } from '#app/call/context'
import type { OperationRow } from '#app/call/row'
import type { Settings } from '#app/call/settings'
import { type Changed, tries } from '#app/change/change'
import { tellMember } from '#app/notice/tell'
import type { Operation } from '#contract/operations'
import type {
  AppointedProxy,
  memberAcceptProxy,
  memberAppointProxy,
  memberDeclineProxy,
  memberDismissProxy,
  ProxyState,
} from '#contract/proxy'
import type { Input } from '#contract/shared/operation'
import { type Answer, type Refusal, type RefusalCode, refuse } from '#contract/shared/refusal'
import type { Instant } from '#contract/shared/scalars'
import { isClosing } from '#core/account/closing'
import { isPaperMember } from '#core/enrolment/enrol'
import { decideUnask } from '#core/member/asked'
import type { Member } from '#core/member/member'
import { appointingMs, withAppointing } from '#core/proxy/appointing'
import {
  actedNotices,
  decideAcceptProxy,
  decideAppoint,
  decideDeclineProxy,
  decideDismiss,
  isAsked,
  manyProxies,
  newProxyship,
  type Proxyship,
  proxyStateOf,
  proxyshipId,
} from '#core/proxy/proxyship'
import { members, proxyships } from '#store/collections'
import { savingWithin } from '#store/saving'
import { above } from '#store/words/conditions'

/** One of the two, as the other reads them. */
const shown = (
  proxyship: Proxyship,
  now: Instant,
  other: { memberId: string; name: string },
): AppointedProxy => ({
  ...other,
  since: proxyship.since,
  ...(isAsked(proxyship, now) && { asksUntil: proxyship.asksUntil }),
})

/** Nobody has more than `manyProxies`, but who has more from before reads of all of them. */
const manyShown = 4 * manyProxies

const agreedOrAsked = (now: Instant) => ({ anyOf: [{ active: true }, { asksUntil: above(now) }] })

/** Lists who may act for the member, and who has not agreed yet. */
export async function proxiesOf(memberId: string, now: Instant): Promise<AppointedProxy[]> {
  const found = await proxyships.find('byMember', { memberId, ...agreedOrAsked(now) }, { limit: manyShown })
  return found.map((one) => shown(one, now, { memberId: one.proxyId, name: one.proxyName }))
}

/** Nobody acts for more people. */
const manyPrincipals = 50

/** Lists for whom the member may act, and apart from them who has asked the member to. */
export async function actsFor(
  memberId: string,
  now: Instant,
): Promise<{ actsFor: AppointedProxy[]; asked: AppointedProxy[] }> {
  const found = await proxyships.find(
    'byProxy',
    { proxyId: memberId, ...agreedOrAsked(now) },
    { limit: manyPrincipals },
  )
  const list = found.map((one) => shown(one, now, { memberId: one.memberId, name: one.memberName }))
  return {
    actsFor: list.filter(({ asksUntil }) => asksUntil === undefined),
    asked: list.filter(({ asksUntil }) => asksUntil !== undefined),
  }
}

/** Holds a place for one more proxy, before the appointment is written; a refusal where there is none. */
async function holdPlace(
  { member: { _id: memberId }, command: { at } }: MemberContext,
  proxyId: string,
): Promise<RefusalCode | undefined> {
  const lately = { since: above(at - appointingMs) }
  const { anyOf } = agreedOrAsked(at)
  const held = await savingWithin(tries, members, memberId, async (member) => {
    if (!member) return { refusal: 'not_found' as const }
    const known = await proxyships.find(
      'byMember',
      { memberId, anyOf: [...anyOf, lately] },
      { limit: 2 * manyShown },
    )
    return withAppointing(member, { proxyId, at }, known)
  })
  return held ? held.refusal : 'conflict'
}

export async function appoint(
  context: MemberContext,
  { memberId, word }: Input<typeof memberAppointProxy>,
): Promise<Answer<{ proxies: AppointedProxy[] }>> {
  const { member, command, change } = context
  // who acts by office today would act for good
  if (command.onBehalf && memberId === command.whoId) return no('own_word')
  const proxy = await members.get(memberId)
  if (proxy?.state !== 'verified' || isClosing(proxy)) return no('not_found')
  const start = newProxyship(member, proxy)
  let held = false
  const appointed = await change(
    proxyships,
    start._id,
    command,
    async (proxyship) => {
      const asking = decideAppoint(proxyship, command, word)
      if (!asking.next || asking.next === proxyship || held) return asking
      const refusal = await holdPlace(context, proxy._id)
      held = refusal === undefined
      return refusal ? { refusal } : asking
    },
    start,
  )
  return answered(context, appointed)
}

/** Whoever was appointed agrees. Before that they cannot act. */
export const accept = (
  context: MemberContext,
  { memberId }: Input<typeof memberAcceptProxy>,
): Promise<Answer<{ state: ProxyState }>> => answerTo(context, memberId, decideAcceptProxy)

/** Whoever was appointed does not agree, or acts no longer. */
export const decline = (
  context: MemberContext,
  { memberId }: Input<typeof memberDeclineProxy>,
): Promise<Answer<{ state: ProxyState }>> => answerTo(context, memberId, decideDeclineProxy)

async function answerTo(
  { member, command, change }: MemberContext,
  principalId: string,
  rule: typeof decideAcceptProxy,
): Promise<Answer<{ state: ProxyState }>> {
  const said = await change(proxyships, proxyshipId(principalId, member._id), command, (proxyship) =>
    rule(proxyship, command),
  )
  return said.refusal ?? yes({ state: proxyStateOf(said.state, command.at) })
}

/** Dismisses a proxy. What they have stated for the member waits no longer. */
export async function dismiss(
  context: MemberContext,
  { memberId }: Input<typeof memberDismissProxy>,
): Promise<Answer<{ proxies: AppointedProxy[] }>> {
  const { member, command, change } = context
  const dismissed = await change(proxyships, proxyshipId(member._id, memberId), command, (proxyship) =>
    decideDismiss(proxyship, command),
  )
  const unasking = { ...command, key: `${command.key}:unask` }
  if (!dismissed.refusal && member.asked?.whoId === memberId)
    await change(members, member._id, unasking, (state) => decideUnask(state, unasking, memberId))
  return answered(context, dismissed)
}

async function answered(
  { member, command }: MemberContext,
  changed: Changed<Proxyship>,
): Promise<Answer<{ proxies: AppointedProxy[] }>> {
  return changed.refusal ?? yes({ proxies: await proxiesOf(member._id, command.at) })
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
  if (!principal || principal.state === 'closed') return refuse('forbidden')
  const staff = worksInGrid({ identity, settings }, principal.gridId)
  if (row.onBehalf === 'at_counter')
    return staff && isPaperMember(principal) ? principal : refuse('forbidden')
  if (isClosing(principal)) return refuse('forbidden')
  return proxyship?.active || staff ? principal : refuse('forbidden')
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
