import type { PactProof } from '#contract/pact'
import { type Ballot, ballotsHash, countOf } from '#contract/poll'

/** What differs when a vote is counted again. */
export type BallotFault = 'twice' | 'hash' | 'count' | 'result'

/** Counts a finished vote again from its list. Undefined while it runs. */
export function checkBallots({
  pollId,
  ballots,
  hash,
  yes,
  no,
  least,
  passed,
}: PactProof): BallotFault[] | undefined {
  if (ballots === undefined) return undefined
  const list = ballots.map((ballot): Ballot => ({ id: ballot.id, choice: ballot.yes ? 'yes' : 'no' }))
  const [agree, against] = [countOf(list, 'yes'), countOf(list, 'no')]
  const result = agree > against && agree + against >= least
  return [
    ...(new Set(list.map(({ id }) => id)).size === list.length ? [] : ['twice' as const]),
    ...(ballotsHash(pollId, list) === hash ? [] : ['hash' as const]),
    ...(agree === yes && against === no ? [] : ['count' as const]),
    ...(result === passed ? [] : ['result' as const]),
  ]
}
