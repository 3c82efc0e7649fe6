import type { Operation } from '#contract/operations'
import type { ProxyState } from '#contract/proxy'
import type { Instant, MemberId } from '#contract/shared/scalars'
import { dayMs } from '#contract/shared/time'
import { dayOf } from '#contract/shared/wallClock'
import {
  type Aggregate,
  type Command,
  type Decision,
  type Recorded,
  unwritten,
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
  /** The proxy may act: they were appointed and have agreed. */
  active: boolean
  /** Until when the proxy may agree to an appointment that they have not answered; null where none waits. */
  asksUntil?: Instant | null
  /** When the proxy last declined, or stopped of their own accord. */
  declinedAt?: Instant
  since: Instant
  events: Recorded<'appointed' | 'accepted' | 'declined' | 'lapsed' | 'dismissed' | 'stepped_down'>[]
}

/** The most proxies one member may have. */
export const manyProxies = 5

/** An appointment that is not answered lapses after this time. */
const answerMs = 7 * dayMs
/** Who has declined is not asked by the same member again for this long. */
const declinedForMs = 30 * dayMs
/** A member may appoint the same person this often within a day. */
const sameADay = 3

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
    ...unwritten(),
    memberId: member._id,
    memberName: member.name,
    proxyId: proxy._id,
    proxyName: proxy.name,
    active: false,
    since: 0,
  }
}

/** One notice for each cause and day, however often it happens. */
function tellProxy(next: Proxyship, command: Command, kind: NoticeEffect['kind']): NoticeEffect {
  return {
    effect: 'notice',
    noticeId: `n_${next._id}_${kind}_${dayOf(command.at)}`,
    to: next.proxyId,
    kind,
    who: next.memberName,
    whoId: next.memberId,
  }
}

const tellMember = (next: Proxyship, command: Command, kind: NoticeEffect['kind']): NoticeEffect => ({
  ...tellProxy(next, command, kind),
  to: next.memberId,
  who: next.proxyName,
  whoId: next.proxyId,
})

/** Whether the proxy has not answered an appointment that they may still answer. */
export const isAsked = <Some extends Pick<Proxyship, 'asksUntil'>>(
  proxyship: Some,
  now: Instant,
): proxyship is Some & { asksUntil: Instant } =>
  typeof proxyship.asksUntil === 'number' && proxyship.asksUntil > now

export const proxyStateOf = (proxyship: Pick<Proxyship, 'active' | 'asksUntil'>, now: Instant): ProxyState =>
  proxyship.active ? 'active' : isAsked(proxyship, now) ? 'asked' : 'ended'

/**
 * Asks somebody to act for the member. They act once they have agreed. Asking again changes nothing.
 *
 * @param word which paper says so, where a worker records it.
 */
export function decideAppoint(proxyship: Proxyship, command: Command, word?: string): Decision<Proxyship> {
  if (proxyship.memberId === proxyship.proxyId) return { refusal: 'proxy_self' }
  const { at } = command
  if (proxyStateOf(proxyship, at) !== 'ended') return { next: proxyship }
  if ((proxyship.declinedAt ?? 0) + declinedForMs > at) return { refusal: 'proxy_declined' }
  const lately = proxyship.events.filter((line) => line.event === 'appointed' && line.at > at - dayMs)
  if (lately.length >= sameADay) return { refusal: 'proxies_spent' }
  const asksUntil = at + answerMs
  const next: Proxyship = { ...withEvent(proxyship, command, 'appointed', word), asksUntil, since: at }
  return withEffects(next, command, [tellProxy(next, command, 'proxy_appointed')], asksUntil)
}

/** The proxy agrees, and may act from now on. */
export function decideAcceptProxy(proxyship: Proxyship, command: Command): Decision<Proxyship> {
  if (proxyship.active) return { next: proxyship }
  if (!isAsked(proxyship, command.at)) return { refusal: 'proxy_over' }
  const next: Proxyship = {
    ...withEvent(proxyship, command, 'accepted'),
    active: true,
    asksUntil: null,
    since: command.at,
  }
  return withEffects(next, command, [tellMember(next, command, 'proxy_accepted')])
}

/** The proxy does not agree, or stops; the member does not ask them again for a while. */
export function decideDeclineProxy(proxyship: Proxyship, command: Command): Decision<Proxyship> {
  if (proxyship.active) return ended(proxyship, command, 'stepped_down', { declinedAt: command.at })
  if (!isAsked(proxyship, command.at)) return { next: proxyship }
  return ended(proxyship, command, 'declined', { declinedAt: command.at })
}

/** Ends it at once, since every act checks it, or takes back what the proxy has not answered. */
export function decideDismiss(proxyship: Proxyship, command: Command): Decision<Proxyship> {
  if (proxyStateOf(proxyship, command.at) === 'ended') return { next: proxyship }
  return ended(proxyship, command, 'dismissed')
}

/** The proxy is no longer there for it; the principal is told. */
export function decideStepDown(proxyship: Proxyship, command: Command): Decision<Proxyship> {
  if (proxyStateOf(proxyship, command.at) === 'ended') return { next: proxyship }
  return ended(proxyship, command, 'stepped_down')
}

/** An appointment that nobody has answered in time lapses; the member is told. */
export function decideProxyPassing(proxyship: Proxyship, command: Command): Decision<Proxyship> | undefined {
  if (typeof proxyship.asksUntil !== 'number' || proxyship.asksUntil > command.at) return undefined
  return ended(proxyship, command, 'lapsed')
}

/** Who reads of an ending. Nobody is told that an appointment was taken back before it was answered. */
const told = {
  declined: { tell: tellMember, kind: 'proxy_refused' },
  lapsed: { tell: tellMember, kind: 'proxy_lapsed' },
  stepped_down: { tell: tellMember, kind: 'proxy_left' },
  dismissed: { tell: tellProxy, kind: 'proxy_dismissed' },
} as const

function ended(
  proxyship: Proxyship,
  command: Command,
  event: keyof typeof told,
  more: Pick<Proxyship, 'declinedAt'> = {},
): Decision<Proxyship> {
  const next: Proxyship = {
    ...withEvent(proxyship, command, event),
    active: false,
    asksUntil: null,
    since: command.at,
    ...more,
  }
  const { tell, kind } = told[event]
  const unanswered = event === 'dismissed' && !proxyship.active
  return withEffects(next, command, unanswered ? [] : [tell(next, command, kind)])
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
