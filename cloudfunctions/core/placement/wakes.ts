import type { Limits } from '#contract/community'
import type { Instant } from '#contract/shared/scalars'
import { dayMs } from '#contract/shared/time'
import { type Command, type Decision, withEffects, withEvent } from '#core/change/aggregate'
import type { Effect } from '#core/change/effect'
import { isOnItsWay, type Placement, standing, stintOf } from './placement'

/** What a coordinator wrote to it, and to its events. */
const hasWords = ({ reason, events }: Placement): boolean =>
  reason !== undefined || events.some(({ note }) => note !== undefined)

const wordsGoAt = (placement: Placement, limits: Limits): Instant | null =>
  isOnItsWay(placement) || placement.state === 'placed' || !hasWords(placement)
    ? null
    : placement.since + limits.wordsKeptDays * dayMs

/** When time alone will next change it: a consent ends, a follow-up is due, the words of what is over go. */
export function placementWakesAt(placement: Placement, limits: Limits): Instant | null {
  const stint = stintOf(placement)
  const next = placement.asksAt === null ? stint?.followUps.find(({ answer }) => !answer)?.at : undefined
  const times = [placement.consent?.until, next, wordsGoAt(placement, limits)].filter(
    (at): at is Instant => typeof at === 'number',
  )
  return times.length > 0 ? Math.min(...times) : null
}

/** The decided state with what it owes, and its next wake. */
export const settled = (
  next: Placement,
  command: Command,
  limits: Limits,
  effects: Effect[] = [],
): { next: Placement } => withEffects(next, command, effects, placementWakesAt(next, limits))

/** A consent whose term is over is gone, a follow-up whose day has come stands, and old words go. */
export function decidePlacementPassing(
  placement: Placement,
  command: Command,
  limits: Limits,
): Decision<Placement> | undefined {
  if (placement.wakesAt === null || placement.wakesAt > command.at) return undefined
  const { at } = command
  const { consent, ...without } = placement
  if (consent && consent.until <= at)
    return settled(withEvent<Placement>(without, command, 'consent_lapsed'), command, limits)
  const [first] = standing(stintOf(placement) ?? { placedAt: 0, followUps: [] }, at)
  if (first && placement.asksAt === null) {
    const due = withEvent(placement, command, 'follow_up_due', String(first.days))
    return settled({ ...due, asksAt: first.at }, command, limits)
  }
  const gone = wordsGoAt(placement, limits)
  if (gone !== null && gone <= at) return settled(withoutWords(placement, command), command, limits)
  // the limits have changed since
  return settled(placement, command, limits)
}

function withoutWords(placement: Placement, command: Command): Placement {
  const { reason: _, ...rest } = withEvent(placement, command, 'words_gone')
  return { ...rest, events: rest.events.map(({ note: _note, ...line }) => line) }
}
