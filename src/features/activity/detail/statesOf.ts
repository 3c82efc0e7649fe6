import type { SignupCard, SignupState } from '#contract/session'

/** What is said where somebody has signed up for several sessions of an activity: the first of these. */
const telling: readonly SignupState[] = ['offered', 'confirmed', 'in_draw', 'waitlisted']

/** By activity, what most concerns the person. */
export function statesOf(cards: readonly SignupCard[]): ReadonlyMap<string, SignupState> {
  const states = new Map<string, SignupState>()
  for (const { activityId, mine } of cards) {
    const before = states.get(activityId)
    const [rank, past] = [telling.indexOf(mine.state), before === undefined ? -1 : telling.indexOf(before)]
    if (rank >= 0 && (past < 0 || rank < past)) states.set(activityId, mine.state)
  }
  return states
}
