import type { ReactNode } from 'react'
import type { StepCourse } from '#cloud/call/useStep'
import type { PactShown, PublicationContent, PublicationDetail } from '#contract/publication'
import { AssentCard } from './AssentCard'
import { PaperBook } from './PaperBook'
import { Proposals } from './Proposals'
import { LastVote, VoteCard } from './VoteCard'

export interface PactPartProps {
  publication: PublicationDetail
  pact: PactShown
  course: StepCourse
  /** Shows the text of an edition. */
  showing: (content: PublicationContent) => ReactNode
}

/** What a pact's page has beside its text: who stands behind it, the vote on the next edition, and what is proposed. */
export function PactPart({ publication, pact, course, showing }: PactPartProps) {
  const { publicationId, newer, state, steps } = publication
  const { vote, lastVote } = pact
  if (newer !== undefined) return <AssentCard publication={publication} pact={pact} course={course} />
  return (
    <>
      {vote && <VoteCard publicationId={publicationId} vote={vote} course={course} showing={showing} />}
      <AssentCard publication={publication} pact={pact} course={course} />
      {steps.length > 0 && <PaperBook publicationId={publicationId} course={course} />}
      {lastVote && <LastVote publicationId={publicationId} last={lastVote} />}
      <Proposals publicationId={publicationId} stands={state === 'published'} course={course} />
    </>
  )
}
