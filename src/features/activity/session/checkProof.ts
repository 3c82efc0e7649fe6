import type { DrawProof } from '#contract/session'
import { commitmentOf, drawLots } from '#contract/shared/draw'

/** What differs when a draw is computed again. */
export type ProofFault = 'seed' | 'order' | 'result'

/** Computes a finished draw again from its seed and tickets. Undefined while the seed is not public. */
export function checkProof({
  commitment,
  seed,
  capacity,
  tickets,
  result,
}: DrawProof): ProofFault[] | undefined {
  if (seed === undefined) return undefined
  const drawn = drawLots({ seed, capacity, tickets })
  const shown = new Map(tickets.map((each) => [each.ticket, each]))
  const sameOrder =
    result?.length === drawn.length && drawn.every(({ ticket }, index) => result[index] === ticket)
  const sameResult = drawn.every((each) => {
    const claimed = shown.get(each.ticket)
    return claimed?.rank === each.rank && claimed.result === each.result
  })
  return [
    ...(commitmentOf(seed) === commitment ? [] : ['seed' as const]),
    ...(sameOrder ? [] : ['order' as const]),
    ...(sameResult ? [] : ['result' as const]),
  ]
}
