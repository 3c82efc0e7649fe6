import fc from 'fast-check'
import { ballotsHash, ballotsText, countOf } from '#contract/poll'
import { hexHash } from '#contract/shared/draw'
import { decidePollPassing, newPoll, type Poll, pollWithout } from '#core/poll/poll'
import { commandAt } from '#support/commands'
import { dayMs, mondayNine } from '#support/time'

const start = newPoll(
  {
    ...{ effect: 'poll', pollId: 'pub_1_vote1', subject: 'pact', subjectId: 'pub_1', edition: 2, number: 1 },
    ...{ least: 1, opensAt: mondayNine, closesAt: mondayNine + 7 * dayMs },
  },
  'tubengkan',
)
/** The poll after these ballots, as the store's one write puts each. */
const withBallots = (choices: readonly string[]): Poll => ({
  ...start,
  voters: Object.fromEntries(choices.map((_, index) => [`m_${index}`, { ballotId: `b_${ids[index]}` }])),
  ballots: Object.fromEntries(choices.map((choice, index) => [`b_${ids[index]}`, { choice }])),
  cast: choices.length,
})
/** Ids in no order. */
const ids = Array.from({ length: 40 }, (_, index) => hexHash(String(index)).slice(0, 8))
const over = commandAt(mondayNine + 7 * dayMs, 'timer')
const counted = (poll: Poll): Poll => decidePollPassing(poll, over)?.next ?? poll
const gone = { memberId: 'm_0', name: '已注销', words: '' }

describe('a poll', () => {
  it('is counted when its period is over, not before and not twice', () => {
    expect(decidePollPassing(start, commandAt(start.closesAt - 1, 'early'))).toBeUndefined()
    const after = counted(withBallots(['yes', 'no', 'yes']))
    expect(after.pending).toMatchObject([{ effect: 'pollCounted', counts: { yes: 2, no: 1 } }])
    expect(decidePollPassing(after, commandAt(start.closesAt + dayMs, 'again'))).toBeUndefined()
  })

  it('keeps nothing of who has voted', () => {
    const after = counted(withBallots(['yes', 'no']))
    expect(after).toMatchObject({ voters: {}, ballots: {}, cast: 2 })
    expect(JSON.stringify(after)).not.toContain('m_0')
  })

  it('has the same list whatever the order in which the ballots were cast', () => {
    const one = withBallots(['yes', 'no', 'no'])
    const other = { ...one, ballots: Object.fromEntries(Object.entries(one.ballots).reverse()) }
    expect(counted(other).proof).toEqual(counted(one).proof)
  })

  it('forgets who has voted, and not the ballot', () => {
    const two = withBallots(['yes', 'no'])
    const after = pollWithout(two, gone)
    expect(Object.keys(after.voters)).toEqual(['m_1'])
    expect(after.ballots).toBe(two.ballots)
    expect(pollWithout(after, gone)).toBe(after)
  })

  it('has a hash of ASCII text, as printf and sha256sum compute it', () => {
    const ballots = [
      { id: 'b_2', choice: 'no' },
      { id: 'b_1', choice: 'yes' },
    ]
    expect(ballotsText('pub_1_vote1', ballots)).toBe('pub_1_vote1\nb_1 yes\nb_2 no')
    expect(ballotsHash('pub_1_vote1', ballots)).toBe(hexHash('pub_1_vote1\nb_1 yes\nb_2 no'))
    expect(ballotsHash('pub_1_vote2', ballots)).not.toBe(ballotsHash('pub_1_vote1', ballots))
  })

  it('counts what its list says, for any ballots', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('yes', 'no'), { maxLength: 40 }), (choices) => {
        const { proof, pending, cast } = counted(withBallots(choices))
        const [effect] = pending
        const counts = effect?.effect === 'pollCounted' ? effect.counts : {}
        expect(proof?.ballots).toHaveLength(cast)
        for (const choice of ['yes', 'no']) {
          expect(counts[choice] ?? 0).toBe(choices.filter((each) => each === choice).length)
          expect(countOf(proof?.ballots ?? [], choice)).toBe(counts[choice] ?? 0)
        }
        expect(proof?.hash).toBe(ballotsHash(start._id, [...(proof?.ballots ?? [])].reverse()))
      }),
    )
  })
})
