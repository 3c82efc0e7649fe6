import type { BookingCard } from '#contract/booking'

/** The claimed work to do first: what is under way, then the earliest; undefined where nothing is left to do. */
export function claimToDo(claimed: readonly BookingCard[]): BookingCard | undefined {
  const toDo = claimed.filter(({ state }) => state === 'in_service' || state === 'claimed')
  return toDo.sort((a, b) => rank(a) - rank(b) || a.window.from - b.window.from)[0]
}

const rank = ({ state }: BookingCard) => (state === 'in_service' ? 0 : 1)
