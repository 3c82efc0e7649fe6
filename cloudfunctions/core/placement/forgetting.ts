import { type Gone, withoutName } from '#core/account/withoutName'
import type { Placement } from './placement'

/**
 * A forgotten person's placement keeps what came of it and when, for the figures: their consent and what was said to it
 * go.
 */
export function placementWithout(placement: Placement, { memberId, name, words }: Gone): Placement {
  const next = withoutName(placement, memberId, name)
  if (placement.memberId !== memberId) return next
  const { consent, reason, ...rest } = next
  const said = next.events.some(({ note }) => note !== undefined && note !== words)
  if (consent === undefined && reason === undefined && !said) return next
  return {
    ...rest,
    events: next.events.map((line) => (line.note === undefined ? line : { ...line, note: words })),
  }
}
