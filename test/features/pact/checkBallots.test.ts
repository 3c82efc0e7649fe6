import type { PactProof } from '#contract/pact'
import { ballotsHash } from '#contract/poll'
import { checkBallots } from '#features/pact/checkBallots'

const ballots = [
  { id: 'b_1', yes: true },
  { id: 'b_2', yes: false },
  { id: 'b_3', yes: true },
]
const hashOf = (list: typeof ballots) =>
  ballotsHash(
    'pub_1_vote1',
    list.map(({ id, yes }) => ({ id, choice: yes ? 'yes' : 'no' })),
  )
const facts: PactProof = {
  ...{ publicationId: 'pub_1', edition: 2, vote: 1, pollId: 'pub_1_vote1', state: 'counted' },
  ...{ opensAt: 0, closesAt: 1, least: 2 },
}
const proof: PactProof = { ...facts, ballots, hash: hashOf(ballots), yes: 2, no: 1, passed: true }

describe('a vote that is counted again', () => {
  it('says nothing while it runs', () => {
    expect(checkBallots({ ...facts, state: 'open' })).toBeUndefined()
  })
  it('agrees with what was published', () => {
    expect(checkBallots(proof)).toEqual([])
  })
  it('finds a ballot that was changed', () => {
    const changed = ballots.map((ballot) => ({ ...ballot, yes: true }))
    expect(checkBallots({ ...proof, ballots: changed })).toEqual(['hash', 'count'])
  })
  it('finds one that was added or left out, also where the hash was made anew', () => {
    const more = [...ballots, { id: 'b_4', yes: false }]
    expect(checkBallots({ ...proof, ballots: more, hash: hashOf(more) })).toEqual(['count', 'result'])
    const fewer = ballots.slice(1)
    expect(checkBallots({ ...proof, ballots: fewer, hash: hashOf(fewer) })).toEqual(['count', 'result'])
  })
  it('finds one that stands twice', () => {
    const twice = [...ballots, { id: 'b_1', yes: true }]
    expect(checkBallots({ ...proof, ballots: twice, hash: hashOf(twice), yes: 3 })).toEqual(['twice'])
  })
  it('finds a result that the count does not give, or that too few have voted for', () => {
    expect(checkBallots({ ...proof, passed: false })).toEqual(['result'])
    expect(checkBallots({ ...proof, least: 4 })).toEqual(['result'])
  })
})
