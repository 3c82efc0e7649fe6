import { freshId } from '#app/call/ids'
import type { RefusalCode } from '#contract/shared/refusal'
import type { Instant, MemberId } from '#contract/shared/scalars'
import type { PollEffect } from '#core/change/effect'
import { newPoll } from '#core/poll/poll'
import { polls } from '#store/collections'
import { putBallot, type VoterIds } from '#store/writes/poll'

/** Opens a poll. One that is there already stays as it is. */
export async function openPoll(effect: PollEffect, communityId: string): Promise<void> {
  await polls.insert(newPoll(effect, communityId))
}

/**
 * Casts a member's ballot, whose id is random: one that derives from the member could be derived again. A repeat finds
 * the ballot that is there; another choice is refused.
 */
export async function castBallot(
  pollId: string,
  voter: VoterIds,
  choice: string,
  at: Instant,
): Promise<{ ballotId: string; refusal?: undefined } | { refusal: RefusalCode }> {
  const id = freshId('b')
  if (await putBallot(pollId, voter, { id, choice }, at)) return { ballotId: id }
  const [voted] = await polls.getMany([pollId], { fields: ['state'], entries: { voters: voterIds(voter) } })
  const [mark] = Object.values(voted?.voters ?? {})
  const ballotId = mark?.ballotId
  if (ballotId === undefined) return { refusal: 'vote_none' }
  const [cast] = await polls.getMany([pollId], { fields: ['state'], entries: { ballots: ballotId } })
  return cast?.ballots?.[ballotId]?.choice === choice ? { ballotId } : { refusal: 'vote_cast' }
}

const voterIds = (voter: VoterIds): MemberId[] => voter.flatMap((id) => (id === undefined ? [] : [id]))
