import { mostTemplatesAsked } from '#contract/asking'
import type { Community } from '#contract/community'
import type { NoticeBalance, Purpose } from '#contract/notice'
import type { Operation } from '#contract/operations'

/** Who has so many left is not asked. */
const enough = 3

/** For what a step is worth a message to who takes it: what will be heard of it. */
const purposesOf: { readonly [Op in Operation]?: readonly Purpose[] } = {
  'member.register': ['member', 'booking', 'activity'],
  'member.appointProxy': ['member'],
  'guardian.ask': ['member', 'team'],
  'booking.request': ['booking'],
  'booking.change': ['booking'],
  'booking.confirm': ['booking'],
  'booking.claim': ['booking', 'team'],
  'session.signUp': ['activity', 'training'],
  'session.acceptOffer': ['activity', 'training'],
  'session.feedback': ['activity', 'training'],
  'shift.signUp': ['activity', 'team'],
  'inbox.read': ['bulletin'],
  'request.file': ['request'],
  'request.answer': ['request'],
  'request.rate': ['request'],
  'team.apply': ['team', 'booking'],
  'activity.publish': ['duty'],
  'placement.interest': ['training'],
  'vacancy.publish': ['duty'],
  'booking.dispatch': ['duty'],
  'member.verify': ['duty'],
  'request.accept': ['duty'],
  'request.assign': ['duty'],
  'request.resolve': ['duty'],
  'team.decide': ['duty'],
}

/** Whether a step may ask for messages at all. */
export const mayAsk = (op: Operation): boolean => purposesOf[op] !== undefined

/** What is known of the templates and of the person's allowances. */
export interface KnownMessages {
  templates: Community['messageTemplates']
  balances: ReadonlyMap<string, NoticeBalance>
}

/**
 * The templates to ask for on this step, three at most: its own first, and where it asks at all, those that the
 * person has used up. What is left or was lately declined is not asked for.
 */
export function templatesToAsk(op: Operation, known: KnownMessages): string[] {
  const own = (purposesOf[op] ?? []).flatMap((purpose) => known.templates[purpose] ?? [])
  return chosen(own, known)
}

/** The templates to ask for where the person wants more messages: those of which least is left. */
export const templatesForMore = (balances: readonly NoticeBalance[]): string[] =>
  [...balances]
    .sort((one, other) => one.balance - other.balance)
    .slice(0, mostTemplatesAsked)
    .map(({ templateId }) => templateId)

function chosen(own: readonly string[], { templates, balances }: KnownMessages): string[] {
  const wanted = [...new Set(own)].filter((id) => {
    const { balance = 0, declined = false } = balances.get(id) ?? {}
    return balance < enough && !declined
  })
  if (wanted.length === 0) return []
  const there = new Set(Object.values(templates))
  const usedUp = [...balances.values()].filter(({ balance, declined }) => balance === 0 && !declined)
  const others = usedUp.map(({ templateId }) => templateId).filter((id) => there.has(id))
  return [...new Set([...wanted, ...others])].slice(0, mostTemplatesAsked)
}
