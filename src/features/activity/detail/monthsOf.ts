import type { ActivityState } from '#contract/activity'
import type { Instant } from '#contract/shared/scalars'
import { wallClock } from '#contract/shared/wallClock'

interface Month<Card> {
  /** `YYYY-MM`. */
  month: string
  from: Instant
  cards: Card[]
}

/** Groups the cards by the month in which they begin. Their order stays, but what was called off comes last. */
export function monthsOf<Card extends { from: Instant; state: ActivityState }>(
  cards: readonly Card[],
): Month<Card>[] {
  const months: Month<Card>[] = []
  for (const card of cards) {
    const month = wallClock(card.from).format('YYYY-MM')
    const last = months[months.length - 1]
    if (last?.month === month) last.cards.push(card)
    else months.push({ month, from: card.from, cards: [card] })
  }
  const off = ({ state }: Card) => (state === 'cancelled' ? 1 : 0)
  return months.map((month) => ({ ...month, cards: [...month.cards].sort((a, b) => off(a) - off(b)) }))
}
