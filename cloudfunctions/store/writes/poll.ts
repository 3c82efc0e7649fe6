import type { Ballot } from '#contract/poll'
import type { Instant, MemberId } from '#contract/shared/scalars'
import type { Poll } from '#core/poll/poll'
import { polls } from '#store/collections'
import { entryOf } from '#store/engine/entry'
import { plus } from '#store/words/changes'
import { above } from '#store/words/conditions'

const entry = entryOf<Poll>()

/** Puts a member's ballot in; false where they have voted, or the poll is over or not there. */
export function putBallot(pollId: string, memberId: MemberId, ballot: Ballot, at: Instant): Promise<boolean> {
  const { id, choice } = ballot
  const mark = entry('voters', memberId)
  return polls.update(
    { _id: pollId, state: 'open', closesAt: above(at), ...mark.absent },
    { ...mark.set({ ballotId: id }), ...entry('ballots', id).set({ choice }), cast: plus(1), rev: plus(1) },
  )
}
