import type { Instant } from '#contract/shared/scalars'
import { wallClock } from '#contract/shared/wallClock'

interface Month<Card> {
  /** `YYYY-MM`. */
  month: string
  from: Instant
  cards: Card[]
}

/** Groups the cards by the month in which they begin. Their order stays. */
export function monthsOf<Card extends { from: Instant }>(cards: readonly Card[]): Month<Card>[] {
  const months: Month<Card>[] = []
  for (const card of cards) {
    const month = wallClock(card.from).format('YYYY-MM')
    const last = months[months.length - 1]
    if (last?.month === month) last.cards.push(card)
    else months.push({ month, from: card.from, cards: [card] })
  }
  return months
}
