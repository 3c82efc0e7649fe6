import type { BookingCard } from '#contract/booking'

/** The claim to do first: the one in service, else the earliest. Undefined when none is left. */
export function claimToDo(claimed: readonly BookingCard[]): BookingCard | undefined {
  const toDo = claimed.filter(({ state }) => state === 'in_service' || state === 'claimed')
  return toDo.sort((a, b) => rank(a) - rank(b) || a.window.from - b.window.from)[0]
}

const rank = ({ state }: BookingCard) => (state === 'in_service' ? 0 : 1)
