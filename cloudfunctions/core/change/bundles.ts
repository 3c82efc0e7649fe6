import type { Effect, NoticeEffect, SignupsEffect } from './effect'

/** An effect that is done by itself. */
export type SingleEffect = Exclude<Effect, NoticeEffect | SignupsEffect>

/** Effects that are done together: all notices, all lists of one session's members, or any other effect alone. */
export type Bundle =
  | { of: 'notices'; effects: NoticeEffect[] }
  | { of: 'signups'; effects: SignupsEffect[] }
  | { of: 'one'; effects: [SingleEffect] }

/**
 * Puts together what can be done together, each bundle where its first effect stands. Notices and lists bear
 * another order, since neither asks what the others have done; all other effects keep theirs.
 */
export function bundlesOf(effects: readonly Effect[]): Bundle[] {
  const bundles: Bundle[] = []
  const notices: NoticeEffect[] = []
  const lists = new Map<string, SignupsEffect[]>()
  for (const effect of effects) {
    if (effect.effect === 'notice') {
      if (notices.push(effect) === 1) bundles.push({ of: 'notices', effects: notices })
    } else if (effect.effect === 'signups') {
      const list = lists.get(effect.sessionId) ?? []
      if (list.push(effect) === 1) bundles.push({ of: 'signups', effects: list })
      lists.set(effect.sessionId, list)
    } else bundles.push({ of: 'one', effects: [effect] })
  }
  return bundles
}
