import type { AfterDays, PlacementFigures } from '#contract/placement'
import type { Instant } from '#contract/shared/scalars'
import type { Placement } from './placement'

type Counted = Pick<Placement, 'state' | 'stints' | 'seenById'> & { events: readonly { event: string }[] }

/**
 * Counts ways from interest to work, and who is still in work when a follow-up's day has come. Who withdrew before
 * anything came of it is not counted. Each number is a count over the placements; none is kept.
 */
export function figuresOf(placements: readonly Counted[], now: Instant): PlacementFigures {
  const ways = placements.filter(({ state, stints }) => state !== 'withdrawn' || stints.length > 0)
  const after = new Map<number, AfterDays>()
  const stints = ways.flatMap((way) => way.stints)
  for (const { followUps } of stints)
    for (const { days, at, answer } of followUps) {
      if (at > now) continue
      const line = after.get(days) ?? { days, known: 0, still: 0, unknown: 0 }
      if (answer === 'in_work') line.still += 1
      if (answer === 'in_work' || answer === 'out') line.known += 1
      else line.unknown += 1
      after.set(days, line)
    }
  return {
    interested: ways.length,
    invited: ways.filter(({ events }) => events.some(({ event }) => event === 'invited')).length,
    placed: stints.length,
    after: [...after.values()].sort((a, b) => a.days - b.days),
  }
}
