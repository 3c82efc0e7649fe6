import { faultFields, log } from '#store/platform/log'

/** One round of a kind of document, ended by this time of `performance.now()` where it can. */
export type Round = (until: number) => Promise<{ treated: number; more: boolean }>

export interface Turn {
  name: string
  round: Round
}

/**
 * Lets the kinds take turns until nothing is due or the time is over, so that a long line of one keeps no other
 * waiting. A round may take its equal share of the time that is left; with fewer kinds the shares grow. One that
 * fails takes no further turn and does not stop the others.
 */
export async function takeTurns(
  kinds: readonly Turn[],
  stopAt: number,
  counts: Record<string, number>,
): Promise<void> {
  let turns = kinds
  while (turns.length > 0) {
    const more: Turn[] = []
    for (const turn of turns) {
      const now = performance.now()
      if (now >= stopAt) return
      if (await takeTurn(turn, now + (stopAt - now) / turns.length, counts)) more.push(turn)
    }
    turns = more
  }
}

/** False where there is no more. */
async function takeTurn(
  { name, round }: Turn,
  until: number,
  counts: Record<string, number>,
): Promise<boolean> {
  try {
    const { treated, more } = await round(until)
    counts[name] = (counts[name] ?? 0) + treated
    return more
  } catch (fault) {
    log('jobs.fault', { id: name, ...faultFields(fault) })
    return false
  }
}

/** Whether something ends in this time; throws as it does. It goes on where it has not ended. */
export async function endsWithin(ms: number, under: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, Math.max(ms, 0), false)
  })
  try {
    return await Promise.race([under.then(() => true), late])
  } finally {
    clearTimeout(timer)
  }
}
