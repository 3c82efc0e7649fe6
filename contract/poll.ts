import { hexHash } from './shared/draw'

/** One anonymous vote: nothing in it says whose it is. */
export interface Ballot {
  /** Random; shown to whoever cast it, and to nobody else as theirs. */
  id: string
  choice: string
}

const byId = (one: Pick<Ballot, 'id'>, other: Pick<Ballot, 'id'>): number => (one.id < other.id ? -1 : 1)

/** Ballots in an order that says nothing of when they were cast. */
export const inOrder = (ballots: readonly Ballot[]): Ballot[] => [...ballots].sort(byId)

/**
 * What the hash of a vote is taken of: the poll's id and then each ballot with its choice, a line each, in ASCII, so
 * that `printf` and `sha256sum` compute it again.
 */
export const ballotsText = (pollId: string, ballots: readonly Ballot[]): string =>
  [pollId, ...inOrder(ballots).map(({ id, choice }) => `${id} ${choice}`)].join('\n')

export const ballotsHash = (pollId: string, ballots: readonly Ballot[]): string =>
  hexHash(ballotsText(pollId, ballots))

export const countOf = (ballots: readonly Pick<Ballot, 'choice'>[], choice: string): number =>
  ballots.filter((ballot) => ballot.choice === choice).length
