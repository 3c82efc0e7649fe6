import type { Waiting, WaitingKind } from '#contract/home'
import type { Instant } from '#contract/shared/scalars'
import { dayNumberOf } from '#contract/shared/wallClock'
import type { StateTone } from '#ui/show/SealChip'

export const waitingTones: Record<WaitingKind, StateTone> = {
  service: 'going',
  visit: 'going',
  claim: 'going',
  signup: 'going',
  offer: 'needs',
  question: 'needs',
  confirm: 'needs',
  rate: 'needs',
  calls: 'needs',
  unclaimed: 'needs',
}

/** Whether something needs the person's word, is under way, or comes before the day is over. */
export const needsToday = (waiting: readonly Waiting[], now: Instant): boolean =>
  waiting.some(
    ({ kind, at }) =>
      waitingTones[kind] === 'needs' || (at !== undefined && dayNumberOf(at) <= dayNumberOf(now)),
  )
