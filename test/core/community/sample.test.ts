import { sampleCommunity } from '#local/sample/community'

/** What a booking says is read by whoever may claim it, and is not sealed. */
const ofIllness = /病|药|医|诊|复查|残|症|压/

describe('The sentences that the sample community offers to tap', () => {
  it('lead nobody to write of an illness or a disability', () => {
    const proposed = (sampleCommunity.services ?? []).flatMap(({ kinds }) =>
      kinds.flatMap(({ asks = '', sentences = [], picturesHint = '' }) => [asks, ...sentences, picturesHint]),
    )
    expect(proposed.length).toBeGreaterThan(10)
    expect(proposed.filter((words) => ofIllness.test(words))).toEqual([])
  })
})
