import type { SubsidyBar, SubsidyDeskLine, SubsidyLine, SubsidyRow, SubsidyStep } from '#contract/subsidy'
import { approveBar, handlingBar, type Speaker, witnessBar } from './decide'
import { isReversed, lineIdOf, type Story, type Subsidy, storiesOf } from './subsidy'

/** A line as its person, or whoever works on it, reads it. */
export function lineView(
  subsidy: Subsidy,
  { key, line, fen, state, approved, paid, received, reversed }: Story,
  name: string,
): SubsidyLine {
  const { memberId } = subsidy
  return {
    lineId: lineIdOf(subsidy, key),
    memberId,
    name,
    fen,
    state,
    at: line.at,
    drawnBy: line.byName,
    ...(approved && { approvedBy: approved.byName }),
    ...(paid && { paidBy: paid.byName, ...(paid.day !== undefined && { paidDay: paid.day }) }),
    ...(received && { receivedAt: received.at }),
    ...(received && received.byId !== memberId && { receivedBy: received.byName }),
    ...(received?.word !== undefined && { word: received.word }),
    ...(reversed && { reversedBy: reversed.byName }),
    ...(reversed?.reason !== undefined && { reason: reversed.reason }),
  }
}

const stepAfter: { readonly [State in SubsidyLine['state']]?: SubsidyStep } = {
  owed: 'approve',
  approved: 'pay',
  paid: 'receive',
}

/** Why somebody may not do what comes next to a line. */
function barOf(subsidy: Subsidy, story: Story, by: Speaker): SubsidyBar | undefined {
  if (by._id === subsidy.memberId) return 'own'
  if (story.state === 'owed') {
    const refusal = approveBar(subsidy, story, by)
    return refusal === 'second_word' ? 'drew' : refusal && 'related'
  }
  const refusal = story.state === 'paid' ? witnessBar(subsidy, story, by) : handlingBar(subsidy, by)
  return refusal === 'subsidy_witness' ? 'spoke' : refusal && 'related'
}

/** A line with what may be done to it. */
export function deskLine(subsidy: Subsidy, story: Story, name: string, by: Speaker): SubsidyDeskLine {
  const next = stepAfter[story.state]
  const bar = next && barOf(subsidy, story, by)
  const mayReverse = !isReversed(story) && handlingBar(subsidy, by) === undefined
  return {
    ...lineView(subsidy, story, name),
    ...(next && { next, ...(bar ? { bar } : { mayDo: true as const }) }),
    ...(mayReverse && { mayReverse }),
  }
}

/** Rows of a sheet: their amounts sum up to what stands, since a line that was reversed has a row that takes it back. */
export function sheetRowsOf(subsidy: Subsidy, name: string): SubsidyRow[] {
  return storiesOf(subsidy).flatMap((story): SubsidyRow[] => {
    const { lineId, fen, state, approvedBy, paidDay, receivedAt, receivedBy, word, reason } = lineView(
      subsidy,
      story,
      name,
    )
    const receipt = receivedAt === undefined ? undefined : receivedBy === undefined ? '' : (word ?? '')
    const row: SubsidyRow = {
      lineId,
      name,
      fen,
      state,
      ...(approvedBy !== undefined && { approvedBy }),
      ...(paidDay !== undefined && { paidDay }),
      ...(receipt !== undefined && { receipt }),
    }
    if (!isReversed(story)) return [row]
    return [row, { lineId, name, fen: -fen, state, reverses: true, ...(reason !== undefined && { reason }) }]
  })
}
