import type { Context } from '#app/call/context'
import type { PactShown, PactVoteShown } from '#contract/publication'
import type { MemberId } from '#contract/shared/scalars'
import type { Publication } from '#core/publication/publication'
import { assents, paperAssents, polls } from '#store/collections'
import { together } from '#store/together'

/** Who reads: their own assent and ballot are shown to them, and to staff how many have voted. */
interface PactReader {
  memberId: MemberId | undefined
  writes: boolean
}

/** What a pact has beside the text of one of its editions, read by one call. */
export async function pactShown(
  { community }: Pick<Context, 'community'>,
  { _id: publicationId, pact, state }: Publication,
  edition: number,
  { memberId, writes }: PactReader,
): Promise<PactShown> {
  const vote = state === 'published' ? (pact?.vote ?? undefined) : undefined
  const read = await together(community._id, {
    assents: assents.counting('counted', { publicationId, edition, on: true }),
    papers: paperAssents.finding(
      'ofEdition',
      { publicationId, edition },
      { limit: 1, fields: ['total'] as const },
    ),
    own:
      memberId === undefined
        ? undefined
        : assents.finding(
            'mine',
            { memberId, publicationId, edition },
            { limit: 1, fields: ['on'] as const },
          ),
    polls: vote && findingPoll(publicationId, vote.edition, memberId),
  })
  const [poll] = read.polls ?? []
  const mark = memberId === undefined ? undefined : poll?.voters?.[memberId]
  return {
    assents: read.assents,
    paper: read.papers[0]?.total ?? 0,
    ...(read.own?.[0]?.on && { assented: true }),
    ...(vote && {
      vote: {
        ...voteFactsOf(vote),
        ...(mark && { ballotId: mark.ballotId }),
        ...(writes && { cast: poll?.cast ?? 0 }),
      },
    }),
    ...(pact?.last && { lastVote: pact.last }),
  }
}

const findingPoll = (subjectId: string, edition: number, memberId: MemberId | undefined) =>
  polls.finding(
    'ofEdition',
    { subjectId, edition },
    { limit: 1, fields: ['cast'] as const, entries: { voters: memberId ?? [] } },
  )

const voteFactsOf = ({
  vote,
  edition,
  content,
  changed,
  opensAt,
  closesAt,
  least,
}: PactVoteShown): PactVoteShown => ({ vote, edition, content, changed, opensAt, closesAt, least })
