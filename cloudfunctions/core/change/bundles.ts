import type {
  CreditEffect,
  Effect,
  FreeDiaryEffect,
  NoticeEffect,
  SignupsEffect,
  TellQueueEffect,
} from './effect'

/** An effect that is done by itself. */
export type SingleEffect = Exclude<
  Effect,
  NoticeEffect | SignupsEffect | TellQueueEffect | CreditEffect | FreeDiaryEffect
>

/**
 * Effects that are done together: all notices, all word to queues, all credits, all lists of one session's
 * members, all windows that one diary gives back, or any other effect alone.
 */
export type Bundle =
  | { of: 'notices'; effects: NoticeEffect[] }
  | { of: 'queues'; effects: TellQueueEffect[] }
  | { of: 'credits'; effects: CreditEffect[] }
  | { of: 'signups'; effects: SignupsEffect[] }
  | { of: 'diary'; effects: FreeDiaryEffect[] }
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
  const diaries = new Map<string, FreeDiaryEffect[]>()
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
    } else if (effect.effect === 'freeDiary') {
      const diary = diaries.get(effect.memberId) ?? []
      if (diary.push(effect) === 1) bundles.push({ of: 'diary', effects: diary })
      diaries.set(effect.memberId, diary)
    } else bundles.push({ of: 'one', effects: [effect] })
  }
  return bundles
}

/** Whether the timer does an effect together with those that other documents owe: it costs little more than one. */
export const isShared = ({ effect }: Effect): boolean =>
  effect === 'notice' || effect === 'tellQueue' || effect === 'credit' || effect === 'recount'
