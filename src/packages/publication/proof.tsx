import { useRouter } from '@tarojs/taro'
import { useMemo, useRef, useState } from 'react'
import { useRead } from '#cloud/call/useRead'
import type { PactProof } from '#contract/pact'
import { checkBallots } from '#features/pact/checkBallots'
import { routes } from '#routes'
import { voteProofText as words } from '#text/pact/pact'
import { titles } from '#text/shared/titles'
import { Button } from '#ui/button/Button'
import { TextField } from '#ui/field/TextField'
import { Banner } from '#ui/page/Banner'
import { Pager } from '#ui/page/Pager'
import { Screen } from '#ui/page/Screen'
import { Empty, StateView } from '#ui/page/StateView'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Maybe } from '#ui/show/Maybe'
import { Cell } from '#ui/show/Row'
import { Words } from '#ui/show/Words'

/** Shows every ballot of a vote on a pact, and counts them again on the reader's device. */
export default function VoteProofPage() {
  const { id, edition, vote } = useRouter().params
  const [edited, voted] = [Number(edition), Number(vote)]
  return (
    <Screen title={titles.pactProof}>
      {id && edited > 0 ? (
        <Proof publicationId={id} edition={edited} vote={voted > 0 ? voted : undefined} />
      ) : (
        <NoVote />
      )}
    </Screen>
  )
}

interface ProofProps {
  publicationId: string
  edition: number
  vote: number | undefined
}

function Proof({ publicationId, edition, vote }: ProofProps) {
  const asked = { publicationId, edition, ...(vote !== undefined && { vote }) }
  const [read, refresh] = useRead('pact.proof', asked, { visitor: true })
  if (read.state === 'failed' && (read.code === 'not_found' || read.code === 'invalid_input'))
    return <NoVote />
  return (
    <StateView of={read} onRetry={refresh}>
      {(proof) =>
        proof.ballots ? (
          <Box className='stack'>
            <Verdict proof={proof} />
            <FindOwn ballots={proof.ballots} />
            <Card title={words.howTitle}>
              {words.how.map((sentence) => (
                <Box key={sentence}>{sentence}</Box>
              ))}
              <Box>
                <Cell name={words.poll}>
                  <Words selectable>{proof.pollId}</Words>
                </Cell>
                <Cell name={words.hash}>
                  <Words selectable>{proof.hash ?? ''}</Words>
                </Cell>
              </Box>
            </Card>
            <Ballots ballots={proof.ballots} />
            <Card title={words.trustTitle}>
              <Box>{words.trust}</Box>
            </Card>
          </Box>
        ) : (
          <Banner tone='plain'>{words.open}</Banner>
        )
      }
    </StateView>
  )
}

type Listed = NonNullable<PactProof['ballots']>

function Verdict({ proof }: { proof: PactProof }) {
  const faults = useMemo(() => checkBallots(proof), [proof]) ?? []
  return (
    <Card title={words.checkedTitle}>
      <Box className='strong'>{words.counted(proof.yes ?? 0, proof.no ?? 0)}</Box>
      <Box>{proof.passed ? words.passed : words.failed}</Box>
      {faults.length === 0 ? (
        <Banner tone='good'>{words.good}</Banner>
      ) : (
        <Banner tone='bad'>{[words.bad, ...faults.map((fault) => words.fault[fault])].join('')}</Banner>
      )}
    </Card>
  )
}

/** Finds the reader's own ballot by the number that only they were shown. It is sent nowhere. */
function FindOwn({ ballots }: { ballots: Listed }) {
  const typed = useRef('')
  const [found, setFound] = useState<Listed>()
  const find = () => {
    const wanted = typed.current.trim().toLowerCase()
    setFound(wanted === '' ? [] : ballots.filter(({ id }) => id.startsWith(wanted)))
  }
  return (
    <Card title={words.find}>
      <TextField
        label={words.findLabel}
        hint={words.findHint}
        maxLength={30}
        onText={(text) => {
          typed.current = text
        }}
        onEnter={find}
      />
      <Button look='quiet' onPress={find}>
        {words.findAction}
      </Button>
      <Maybe>
        {found && (
          <Banner tone={found.length > 0 ? 'good' : 'bad'}>
            {found.length > 0
              ? found
                  .slice(0, ballotsAtOnce)
                  .map(({ id, yes }) => words.found(id, yes))
                  .join('；')
              : words.notFound}
          </Banner>
        )}
      </Maybe>
    </Card>
  )
}

const ballotsAtOnce = 20

function Ballots({ ballots }: { ballots: Listed }) {
  const [first, setFirst] = useState(0)
  const more = first + ballotsAtOnce
  return (
    <Card title={words.ballots(ballots.length)}>
      <Box>
        {ballots.slice(first, more).map(({ id, yes }) => (
          <Cell key={id} name={yes ? words.yes : words.no}>
            <Words>{id}</Words>
          </Cell>
        ))}
      </Box>
      <Pager
        onNewer={first > 0 ? () => setFirst(first - ballotsAtOnce) : undefined}
        onOlder={more < ballots.length ? () => setFirst(more) : undefined}
      />
    </Card>
  )
}

/** A link that is old or wrong. */
function NoVote() {
  const { title, text, action } = words.noId
  return (
    <Empty title={title} text={text}>
      <Button to={routes.publications}>{action}</Button>
    </Empty>
  )
}
