import { type ReactNode, useState } from 'react'
import { useNow } from '#clock'
import { type StepCourse, useStep } from '#cloud/call/useStep'
import type { PactVoteResult, PactVoteShown, PublicationContent } from '#contract/publication'
import { voteProofAt } from '#routes'
import { pactText as words } from '#text/pact/pact'
import { partWords } from '#text/publication/publication'
import { Button } from '#ui/button/Button'
import { LineButton } from '#ui/button/LineButton'
import { Banner } from '#ui/page/Banner'
import { Confirm } from '#ui/sheet/Confirm'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Heading } from '#ui/show/Heading'
import { Maybe } from '#ui/show/Maybe'
import { Cell } from '#ui/show/Row'
import { Words } from '#ui/show/Words'
import { pactOvertaken } from './overtaken'

export interface VoteCardProps {
  publicationId: string
  vote: PactVoteShown
  course: StepCourse
  /** Shows the text of an edition. */
  showing: (content: PublicationContent) => ReactNode
}

/** A vote that runs: until when, what changes, the whole new text, and the reader's one ballot. */
export function VoteCard({ publicationId, vote, course, showing }: VoteCardProps) {
  const now = useNow()
  const { closesAt, changed, content, least, ballotId, cast } = vote
  return (
    <Box tag='section' className='stack'>
      <Card title={words.voteTitle} edge='cinnabar'>
        <Box className='strong'>{words.voteUntil(closesAt, now)}</Box>
        <Box>{words.voteChanged(changed.map((part) => partWords[part]).join('、'))}</Box>
        <Box>{words.voteRule(least)}</Box>
        {cast !== undefined && <Box className='soft'>{words.cast(cast)}</Box>}
      </Card>
      <Heading>{words.voteNew}</Heading>
      {showing(content)}
      {ballotId === undefined ? (
        <Choose publicationId={publicationId} vote={vote} course={course} />
      ) : (
        <Card>
          <Banner tone='good'>{words.votedAlready}</Banner>
          <Cell name={words.ballot}>
            <Words selectable>{ballotId}</Words>
          </Cell>
          <Box className='soft'>{words.ballotHow}</Box>
        </Card>
      )}
    </Box>
  )
}

/** Two large choices that look alike, each asked once more, since none can be changed. */
function Choose({ publicationId, vote, course }: Omit<VoteCardProps, 'showing'>) {
  const [asking, setAsking] = useState<'yes' | 'no'>()
  const step = useStep('pact.vote', course, pactOvertaken)
  const close = () => {
    setAsking(undefined)
    step.clear()
  }
  return (
    <>
      <Button look='quiet' onPress={() => setAsking('yes')}>
        {words.yes}
      </Button>
      <Button look='quiet' onPress={() => setAsking('no')}>
        {words.no}
      </Button>
      <Maybe>
        {asking && (
          <Confirm
            {...words.confirm[asking]}
            text={words.confirmText}
            look='primary'
            busy={step.busy}
            failure={step.failure}
            onConfirm={async () => {
              const input = { publicationId, yes: asking === 'yes', vote: vote.vote }
              const outcome = await step.take(input, () => words.voted)
              if (outcome?.ok) close()
            }}
            keep={words.keep}
            onClose={close}
          />
        )}
      </Maybe>
    </>
  )
}

/** How the last vote ended, and where every ballot of it stands. */
export function LastVote({ publicationId, last }: { publicationId: string; last: PactVoteResult }) {
  const { edition, vote, yes, no, least } = last
  return (
    <Card title={words.resultTitle}>
      <Box>{words.result(last)}</Box>
      {yes + no < least && <Box>{words.tooFew(least)}</Box>}
      <LineButton to={voteProofAt(publicationId, edition, vote)}>{words.toProof}</LineButton>
    </Card>
  )
}
