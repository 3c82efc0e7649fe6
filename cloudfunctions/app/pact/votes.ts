import { type Context, type MemberContext, no, yes } from '#app/call/context'
import { type Change, causedBy, insist } from '#app/change/change'
import { castBallot } from '#app/poll/polls'
import type { PactProof, pactProof, pactVote } from '#contract/pact'
import { countOf } from '#contract/poll'
import type { Input } from '#contract/shared/operation'
import type { Answer } from '#contract/shared/refusal'
import type { Instant } from '#contract/shared/scalars'
import type { PollCountedEffect } from '#core/change/effect'
import type { Poll } from '#core/poll/poll'
import { decideVoteEnded, hasPassed, pactPollId } from '#core/publication/vote'
import { polls, publications } from '#store/collections'
import { pactOf, standingPact } from './standing'

/** Casts the caller's ballot on the next edition. Which one it is, nobody can tell after the end. */
export async function vote(
  context: MemberContext,
  { publicationId, yes: agrees, vote: read }: Input<typeof pactVote>,
): Promise<Answer<{ state: 'voted'; ballotId: string }>> {
  const { member, command } = context
  const { pact, refusal } = await standingPact(context, publicationId)
  if (refusal) return refusal
  const running = pact.pact?.vote
  if (!running || (read !== undefined && read !== running.vote)) return no('vote_none')
  const cast = await castBallot(
    running.pollId,
    [member._id, member.joining ?? undefined],
    agrees ? 'yes' : 'no',
    command.at,
  )
  return cast.refusal ? no(cast.refusal) : yes({ state: 'voted', ballotId: cast.ballotId })
}

/** Shows anybody how a vote was counted, with all that is needed to count it again. */
export async function proof(
  context: Context,
  { publicationId, edition, vote: number }: Input<typeof pactProof>,
): Promise<Answer<PactProof>> {
  const { refusal } = await pactOf(context, publicationId)
  if (refusal) return refusal
  const subjectId = publicationId
  const poll =
    number === undefined
      ? (await polls.find('ofEdition', { subjectId, edition }, { limit: 1, fields: proofFields }))[0]
      : (await polls.getMany([pactPollId(subjectId, number)], { fields: proofFields }))[0]
  if (!poll || poll.edition !== edition) return no('not_found')
  return yes(proofOf(poll, publicationId))
}

/** Neither ballots nor marks of a poll that runs are read. */
const proofFields = ['edition', 'opensAt', 'closesAt', 'state', 'least', 'number', 'proof'] as const

function proofOf(
  { _id: pollId, edition, opensAt, closesAt, state, least, number: vote, proof }: Pick<Poll, ProofFact>,
  publicationId: string,
): PactProof {
  const facts = { publicationId, edition, vote, pollId, state, opensAt, closesAt, least }
  if (!proof) return facts
  const { ballots, hash } = proof
  const counts = { yes: countOf(ballots, 'yes'), no: countOf(ballots, 'no') }
  return {
    ...facts,
    ballots: ballots.map(({ id, choice }) => ({ id, yes: choice === 'yes' })),
    hash,
    ...counts,
    passed: hasPassed({ ...counts, least }),
  }
}
type ProofFact = '_id' | (typeof proofFields)[number]

/** A vote was counted: the pact follows. */
export async function endVote(effect: PollCountedEffect, now: Instant, change: Change): Promise<void> {
  const command = causedBy(`${effect.pollId}_counted`, now)
  insist(
    await change(publications, effect.subjectId, command, (pact) => decideVoteEnded(pact, command, effect)),
  )
}
