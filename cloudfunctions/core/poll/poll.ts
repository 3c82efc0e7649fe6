import { type Ballot, ballotsHash, countOf, inOrder } from '#contract/poll'
import type { Instant, MemberId } from '#contract/shared/scalars'
import type { Gone } from '#core/account/withoutName'
import {
  type Aggregate,
  type Command,
  type Decision,
  unwritten,
  withEffects,
  withEvent,
} from '#core/change/aggregate'
import type { PollCountedEffect, PollEffect } from '#core/change/effect'
import type { PollAbout } from './about'

/**
 * One anonymous ballot for each member within a period. Ballot and mark are written by one conditional write, so they
 * are always as many. No event and no command tells of a ballot: these bear names.
 */
export interface Poll extends Aggregate, PollAbout {
  state: 'open' | 'counted'
  /** While it is open: who has voted, with the ballot that a repeat of the command finds. */
  voters: Record<MemberId, { ballotId: string }>
  /** While it is open, by id. */
  ballots: Record<string, { choice: string }>
  /** How many have voted. */
  cast: number
  /** Since it was counted. */
  proof: { ballots: Ballot[]; hash: string; at: Instant } | null
}

export const newPoll = ({ effect: _, pollId: _id, ...facts }: PollEffect, communityId: string): Poll => ({
  _id,
  communityId,
  ...unwritten(),
  ...facts,
  state: 'open',
  voters: {},
  ballots: {},
  cast: 0,
  proof: null,
  wakesAt: facts.closesAt,
  dueAt: facts.closesAt,
})

/** Its period is over: the ballots are counted and listed by id, and whose they are is told by nothing any more. */
export function decidePollPassing(poll: Poll, command: Command): Decision<Poll> | undefined {
  if (poll.state !== 'open' || poll.closesAt > command.at) return undefined
  const { _id: pollId, subject, subjectId, closesAt } = poll
  const ballots = inOrder(Object.entries(poll.ballots).map(([id, { choice }]) => ({ id, choice })))
  const choices = [...new Set(ballots.map(({ choice }) => choice))].sort()
  const next: Poll = {
    ...withEvent(poll, command, 'counted'),
    state: 'counted',
    voters: {},
    ballots: {},
    proof: { ballots, hash: ballotsHash(pollId, ballots), at: command.at },
  }
  const effect: PollCountedEffect = {
    ...{ effect: 'pollCounted', subject, subjectId, pollId, at: closesAt },
    counts: Object.fromEntries(choices.map((choice) => [choice, countOf(ballots, choice)])),
  }
  return withEffects(next, command, [effect])
}

/** Without the mark of somebody who is forgotten; their ballot stays, since nobody knows it. */
export function pollWithout(poll: Poll, { memberId }: Gone): Poll {
  if (!Object.hasOwn(poll.voters, memberId)) return poll
  const { [memberId]: _gone, ...voters } = poll.voters
  return { ...poll, voters }
}
