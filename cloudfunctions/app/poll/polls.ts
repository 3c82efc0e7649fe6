import { freshId } from '#app/call/ids'
import type { Ballot } from '#contract/poll'
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

/** Short enough to be copied by hand; of the few that are taken, another is tried. */
const idLength = 12
const tries = 2

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
  for (let attempt = 0; attempt < tries; attempt++) {
    const id = freshId('b').slice(0, idLength)
    if (await putBallot(pollId, voter, { id, choice }, at)) return { ballotId: id }
    const standing = await ballotOf(pollId, voter)
    if (standing) return standing.choice === choice ? { ballotId: standing.id } : { refusal: 'vote_cast' }
  }
  return { refusal: 'vote_none' }
}

/** The ballot that a member has cast, while the poll runs. */
async function ballotOf(pollId: string, voter: VoterIds): Promise<Ballot | undefined> {
  const [voted] = await polls.getMany([pollId], { fields: ['state'], entries: { voters: voterIds(voter) } })
  const [mark] = Object.values(voted?.voters ?? {})
  const ballotId = mark?.ballotId
  if (ballotId === undefined) return undefined
  const [cast] = await polls.getMany([pollId], { fields: ['state'], entries: { ballots: ballotId } })
  const choice = cast?.ballots?.[ballotId]?.choice
  return choice === undefined ? undefined : { id: ballotId, choice }
}

const voterIds = (voter: VoterIds): MemberId[] => voter.flatMap((id) => (id === undefined ? [] : [id]))
