import type { Ballot } from '#contract/poll'
import type { Instant, MemberId } from '#contract/shared/scalars'
import type { Poll } from '#core/poll/poll'
import { polls } from '#store/collections'
import { entryOf } from '#store/engine/entry'
import { plus } from '#store/words/changes'
import { above } from '#store/words/conditions'

const entry = entryOf<Poll>()

/** A member, and the account whose marks have not been carried over to them yet. */
export type VoterIds = readonly [memberId: MemberId, before?: MemberId | undefined]

/** Puts a member's ballot in; false where they have voted, the id is taken, or the poll is over or not there. */
export function putBallot(
  pollId: string,
  [memberId, before]: VoterIds,
  ballot: Ballot,
  at: Instant,
): Promise<boolean> {
  const { id, choice } = ballot
  const mark = entry('voters', memberId)
  const own = entry('ballots', id)
  const earlier = before === undefined ? {} : entry('voters', before).absent
  return polls.update(
    { _id: pollId, state: 'open', closesAt: above(at), ...mark.absent, ...earlier, ...own.absent },
    { ...mark.set({ ballotId: id }), ...own.set({ choice }), cast: plus(1), rev: plus(1) },
  )
}
