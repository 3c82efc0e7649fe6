import type { BookingCard, BookingPart, BookingStep, OtherHand } from '#contract/booking'
import type { BookingId, Instant } from '#contract/shared/scalars'
import type { Booking } from '../booking'
import { bookingCardOf, claimedHands, type Shown } from '../view'
import { idsOfSeries, liesAhead, standsForAll } from './series'

/** The ids of the bookings that a list shows as one with this. */
export const idsBehind = ({ series, hand }: Pick<Booking, '_id' | 'series' | 'hand'>): BookingId[] => [
  ...(series ? idsOfSeries(series).slice(1) : []),
  ...(hand ? [hand.otherId] : []),
]

/** One card for a series, for the two places of a booking, or for a booking alone: the next of them stands for all. */
export function groupCardOf(
  group: readonly [ShownInGroup, ...ShownInGroup[]],
  part: BookingPart,
  now: Instant,
): BookingCard {
  const next = group.some(({ hand }) => hand) ? tellingPlace(group, now) : standsForAll(group, now)
  const { series, hands, ...card } = bookingCardOf(next, part)
  return {
    ...card,
    ...(series && { series: { ...series, ahead: group.filter((one) => liesAhead(one, now)).length } }),
    ...(hands && { hands: { ...hands, ...(group.length > 1 && { claimed: claimedHands(group) }) } }),
  }
}
type ShownInGroup = Shown & Pick<Booking, 'claimerId'>

/** The states of a place, the one that asks most of the resident first. */
const telling: readonly Booking['state'][] = [
  'in_service',
  'done',
  'open',
  'claimed',
  'confirmed',
  'expired',
  'cancelled',
]

/** Which of two places stands for both: one that waits for a word, then one that waits for a volunteer. */
function tellingPlace(group: readonly [ShownInGroup, ...ShownInGroup[]], now: Instant): ShownInGroup {
  const rank = (one: ShownInGroup) =>
    one.state === 'open' && !liesAhead(one, now) ? telling.length : telling.indexOf(one.state)
  return group.reduce((best, one) => (rank(one) < rank(best) ? one : best))
}

/** The resident shows one code to both who come, and finds it on the page of either. */
export const stepsOfBoth = (steps: BookingStep[], other: OtherHand | undefined): BookingStep[] =>
  !steps.includes('showCode') && other?.steps.includes('showCode') ? ['showCode', ...steps] : steps
