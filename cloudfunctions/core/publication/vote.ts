import type { Limits } from '#contract/community'
import { dayMs } from '#contract/shared/time'
import { type Command, type Decision, withEffects, withEvent } from '#core/change/aggregate'
import type { PollCountedEffect, PollEffect } from '#core/change/effect'
import { partsChanged } from './edition'
import type { PactVote, PactVotes, Proposed, Publication } from './publication'
import { published, type Writer } from './publishing'

/** How long a vote runs, and how many must vote. */
export type Voting = Pick<Limits, 'pactVoteDays' | 'pactLeastVotes'>

/** Whether residents vote on its next edition: what has no edition yet is not agreed, and takes nothing away. */
export const isVoted = ({ kind, edition }: Pick<Publication, 'kind' | 'edition'>): boolean =>
  kind === 'pact' && edition > 0

export const voteClosesAt = ({ at }: Pick<Command, 'at'>, { pactVoteDays }: Voting): number =>
  at + pactVoteDays * dayMs

/** The poll of one of a pact's votes. */
export const pactPollId = (publicationId: string, vote: number): string => `${publicationId}_vote${vote}`

/** The one rule by which a vote decides. */
export const hasPassed = ({ yes, no, least }: { yes: number; no: number; least: number }): boolean =>
  yes > no && yes + no >= least

const noVotes: PactVotes = { opened: 0, vote: null, last: null }

/** Opens the vote on what waited; what stands stays. */
export function openVote(
  publication: Publication,
  command: Command,
  { content, byId: writerId, byName: writerName }: Proposed,
  approver: Writer,
  voting: Voting,
): { next: Publication } {
  const { _id: publicationId, pact = noVotes } = publication
  const number = pact.opened + 1
  const vote: PactVote = {
    vote: number,
    pollId: pactPollId(publicationId, number),
    edition: publication.edition + 1,
    content,
    changed: partsChanged(publication.content, content),
    opensAt: command.at,
    closesAt: voteClosesAt(command, voting),
    least: voting.pactLeastVotes,
    ...{ writerId, writerName, approverId: approver._id, approverName: approver.name },
  }
  const next: Publication = {
    ...withEvent(publication, command, 'vote_opened'),
    proposed: null,
    returned: null,
    pact: { ...pact, opened: number, vote },
  }
  const { pollId, edition, least, opensAt, closesAt } = vote
  const effect: PollEffect = {
    ...{ effect: 'poll', subject: 'pact', subjectId: publicationId, edition, number },
    ...{ pollId, least, opensAt, closesAt },
  }
  return withEffects(next, command, [effect], next.wakesAt)
}

/** The vote was counted: the new edition counts, or it goes back with the count as the reason. */
export function decideVoteEnded(
  publication: Publication,
  command: Command,
  { pollId, counts, at }: Pick<PollCountedEffect, 'pollId' | 'counts' | 'at'>,
): Decision<Publication> {
  const { pact } = publication
  const vote = pact?.vote
  if (!vote || vote.pollId !== pollId) return { next: publication }
  const { edition, least } = vote
  const [yes, no] = [counts.yes ?? 0, counts.no ?? 0]
  const last = { vote: vote.vote, edition, yes, no, least, passed: hasPassed({ yes, no, least }), at }
  const after: Publication = { ...publication, pact: { ...pact, vote: null, last } }
  if (!last.passed) {
    const next: Publication = {
      ...withEvent(after, command, 'voted_down', countWords(yes, no)),
      returned: countWords(yes, no),
    }
    return withEffects(next, command, [], next.wakesAt)
  }
  return published(
    after,
    command,
    vote.content,
    { _id: vote.writerId, name: vote.writerName },
    { _id: vote.approverId, name: vote.approverName },
  )
}

const countWords = (yes: number, no: number): string => `居民投票没有通过：赞成 ${yes} 票，不赞成 ${no} 票`
