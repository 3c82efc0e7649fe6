import type { Operation } from '#contract/operations'
import type { Instant, MemberId } from '#contract/shared/scalars'
import {
  type Aggregate,
  type Command,
  type Decision,
  type Recorded,
  withEffects,
  withEvent,
} from '#core/change/aggregate'
import type { NoticeEffect } from '#core/change/effect'

/** One member's recorded word that another may act for them. */
export interface Proxyship extends Aggregate {
  /** `<memberId>_<proxyId>`: at most one for two people. */
  _id: string
  memberId: MemberId
  memberName: string
  proxyId: MemberId
  proxyName: string
  active: boolean
  since: Instant
  events: Recorded<'appointed' | 'dismissed' | 'stepped_down'>[]
}

/** The most proxies one member may have. */
export const manyProxies = 5

export const proxyshipId = (memberId: MemberId, proxyId: MemberId): string => `${memberId}_${proxyId}`

interface Named {
  _id: MemberId
  name: string
}

/** A proxyship before it is given. */
export function newProxyship(member: Named & { communityId: string }, proxy: Named): Proxyship {
  return {
    _id: proxyshipId(member._id, proxy._id),
    communityId: member.communityId,
    rev: 0,
    events: [],
    pending: [],
    wakesAt: null,
    dueAt: null,
    memberId: member._id,
    memberName: member.name,
    proxyId: proxy._id,
    proxyName: proxy.name,
    active: false,
    since: 0,
  }
}

function tell(next: Proxyship, kind: NoticeEffect['kind']): NoticeEffect {
  return {
    effect: 'notice',
    noticeId: `n_${next._id}_${next.rev}`,
    to: next.proxyId,
    kind,
    who: next.memberName,
    whoId: next.memberId,
  }
}

/** Lets the proxy act for the member. Appointing again changes nothing. */
export function decideAppoint(proxyship: Proxyship, command: Command): Decision<Proxyship> {
  if (proxyship.memberId === proxyship.proxyId) return { refusal: 'proxy_self' }
  if (proxyship.active) return { next: proxyship }
  const next: Proxyship = { ...withEvent(proxyship, command, 'appointed'), active: true, since: command.at }
  return withEffects(next, command, [tell(next, 'proxy_appointed')])
}

/** Ends it at once, since every act checks it. Dismissing again changes nothing. */
export function decideDismiss(proxyship: Proxyship, command: Command): Decision<Proxyship> {
  if (!proxyship.active) return { next: proxyship }
  const next: Proxyship = { ...withEvent(proxyship, command, 'dismissed'), active: false, since: command.at }
  return withEffects(next, command, [tell(next, 'proxy_dismissed')])
}

/** The proxy ends it; the principal is told. */
export function decideStepDown(proxyship: Proxyship, command: Command): Decision<Proxyship> {
  if (!proxyship.active) return { next: proxyship }
  const next: Proxyship = {
    ...withEvent(proxyship, command, 'stepped_down'),
    active: false,
    since: command.at,
  }
  return withEffects(next, command, [
    { ...tell(next, 'proxy_left'), to: next.memberId, who: next.proxyName, whoId: next.proxyId },
  ])
}

/** The notices of an act on another's behalf: one to the principal, one to the proxy. */
export function actedNotices(
  { key, op, ...about }: { key: string; op: Operation; bookingId?: string; requestId?: string },
  actor: Named,
  principal: Named,
): NoticeEffect[] {
  const notice = { effect: 'notice', note: op, ...about } as const
  return [
    {
      ...notice,
      noticeId: `${key}_for_you`,
      to: principal._id,
      kind: 'acted_for_you',
      who: actor.name,
      whoId: actor._id,
    },
    {
      ...notice,
      noticeId: `${key}_for`,
      to: actor._id,
      kind: 'acted_for',
      who: principal.name,
      whoId: principal._id,
    },
  ]
}
