import type { Operation, ReplyOf } from '#contract/operations'
import type { KnownMessages } from './toAsk'

/** What the answers have told of templates and allowances. It is in memory only. */
let templates: KnownMessages['templates'] = {}
const balances = new Map<string, ReplyOf<'notice.allow'>['balances'][number]>()

export const known = (): KnownMessages => ({ templates, balances })

/** Learns from what comes by anyway, so that a step asks without reading anything first. */
export function hearAllowances(op: Operation, data: unknown): void {
  if (op === 'community.get') templates = (data as ReplyOf<'community.get'>).messageTemplates
  if (op !== 'inbox.list' && op !== 'notice.allow') return
  for (const each of (data as ReplyOf<'inbox.list' | 'notice.allow'>).balances)
    balances.set(each.templateId, each)
}
