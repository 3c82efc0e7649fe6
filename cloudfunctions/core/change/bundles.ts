import type { CreditEffect, Effect, NoticeEffect, SignupsEffect, TellQueueEffect } from './effect'

/** An effect that is done by itself. */
export type SingleEffect = Exclude<Effect, NoticeEffect | SignupsEffect | TellQueueEffect | CreditEffect>

/**
 * Effects that are done together: all notices, all word to queues, all credits, all lists of one session's
 * members, or any other effect alone.
 */
export type Bundle =
  | { of: 'notices'; effects: NoticeEffect[] }
  | { of: 'queues'; effects: TellQueueEffect[] }
  | { of: 'credits'; effects: CreditEffect[] }
  | { of: 'signups'; effects: SignupsEffect[] }
  | { of: 'one'; effects: [SingleEffect] }

/**
 * Puts together what can be done together, each bundle where its first effect stands. What is bundled bears
 * another order, since none of it asks what the others have done; all other effects keep theirs.
 */
export function bundlesOf(effects: readonly Effect[]): Bundle[] {
  const bundles: Bundle[] = []
  const notices: NoticeEffect[] = []
  const queues: TellQueueEffect[] = []
  const credits: CreditEffect[] = []
  const lists = new Map<string, SignupsEffect[]>()
  for (const effect of effects) {
    if (effect.effect === 'notice') {
      if (notices.push(effect) === 1) bundles.push({ of: 'notices', effects: notices })
    } else if (effect.effect === 'tellQueue') {
      if (queues.push(effect) === 1) bundles.push({ of: 'queues', effects: queues })
    } else if (effect.effect === 'credit') {
      if (credits.push(effect) === 1) bundles.push({ of: 'credits', effects: credits })
    } else if (effect.effect === 'signups') {
      const list = lists.get(effect.sessionId) ?? []
      if (list.push(effect) === 1) bundles.push({ of: 'signups', effects: list })
      lists.set(effect.sessionId, list)
    } else bundles.push({ of: 'one', effects: [effect] })
  }
  return bundles
}

/** Whether the timer does an effect together with those that other documents owe: it costs little more than one. */
export const isShared = ({ effect }: Effect): boolean =>
  effect === 'notice' || effect === 'tellQueue' || effect === 'credit' || effect === 'recount'
