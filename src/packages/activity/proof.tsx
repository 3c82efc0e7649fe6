import { useRouter } from '@tarojs/taro'
import { useMemo, useState } from 'react'
import { useRead } from '#cloud/call/useRead'
import type { DrawProof } from '#contract/session'
import { checkProof, type ProofFault } from '#features/activity/session/checkProof'
import { routes } from '#routes'
import { activityText } from '#text/activity/activity'
import { drawProofText as words } from '#text/session/draw'
import { titles } from '#text/shared/titles'
import { Button } from '#ui/button/Button'
import { Banner } from '#ui/page/Banner'
import { Pager } from '#ui/page/Pager'
import { Screen } from '#ui/page/Screen'
import { Empty, StateView } from '#ui/page/StateView'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Cell } from '#ui/show/Row'
import { SealChip } from '#ui/show/SealChip'
import { Words } from '#ui/show/Words'

/** Shows how a session's draw was decided, and computes it again on the viewer's device. */
export default function DrawProofPage() {
  const { id, ticket } = useRouter().params
  return (
    <Screen title={titles.drawProof}>
      {id ? (
        <Proof sessionId={id} mine={ticket || undefined} />
      ) : (
        <Empty title={words.noId.title} text={words.noId.text}>
          <Button to={routes.activities}>{activityText.noId.action}</Button>
        </Empty>
      )}
    </Screen>
  )
}

const faultWords: Record<ProofFault, string> = {
  seed: words.noSeed,
  order: words.noOrder,
  result: words.noResult,
}
const ticketsAtOnce = 20

function Proof({ sessionId, mine }: { sessionId: string; mine: string | undefined }) {
  const [read, refresh] = useRead('session.drawProof', { sessionId }, { visitor: true })
  return (
    <StateView of={read} onRetry={refresh}>
      {(proof) => (
        <Box className='stack'>
          <Verdict proof={proof} />
          <Card title={words.howTitle}>
            {words.how.map((sentence) => (
              <Box key={sentence}>{sentence}</Box>
            ))}
            <Box>
              <Cell name={words.fingerprint}>
                <Words selectable>{proof.commitment}</Words>
              </Cell>
              <Cell name={words.seed}>
                <Words selectable>{proof.seed ?? words.seedLater}</Words>
              </Cell>
            </Box>
          </Card>
          <Tickets proof={proof} mine={mine} />
          <Card title={words.trustTitle}>
            <Box>{words.trust}</Box>
          </Card>
        </Box>
      )}
    </StateView>
  )
}

function Verdict({ proof }: { proof: DrawProof }) {
  const faults = useMemo(() => checkProof(proof), [proof])
  if (!faults) {
    return <Banner tone='plain'>{words.waiting(proof.tickets.length, proof.capacity)}</Banner>
  }
  return (
    <Card title={words.checkedTitle}>
      {faults.length === 0 ? (
        <Banner tone='good'>{words.yes}</Banner>
      ) : (
        <Banner tone='bad'>{[words.no, ...faults.map((fault) => faultWords[fault])].join('')}</Banner>
      )}
    </Card>
  )
}

function Tickets({ proof: { tickets, result }, mine }: { proof: DrawProof; mine: string | undefined }) {
  const [first, setFirst] = useState(0)
  const own = tickets.find(({ ticket }) => ticket === mine)
  const drawnIndex = mine === undefined ? -1 : (result?.indexOf(mine) ?? -1)
  const more = first + ticketsAtOnce
  return (
    <Card title={words.tickets(tickets.length)}>
      {own && (
        <Cell name={words.mine}>
          <Words selectable>
            {words.mineOf(own.ticket, drawnIndex < 0 ? undefined : drawnIndex + 1, own.size)}
          </Words>
        </Cell>
      )}
      <Box>
        {tickets.slice(first, more).map(({ ticket, size, result: drawn }, index) => (
          <Cell key={ticket} name={words.row(first + index + 1, size)}>
            <Words>{ticket}</Words>
            {drawn && (
              <SealChip tone={drawn === 'confirmed' ? 'going' : 'waits'}>
                {drawn === 'confirmed' ? words.got : words.waits}
              </SealChip>
            )}
            {ticket === mine && <SealChip tone='going'>{words.isMine}</SealChip>}
          </Cell>
        ))}
      </Box>
      <Pager
        onNewer={first > 0 ? () => setFirst(first - ticketsAtOnce) : undefined}
        onOlder={more < tickets.length ? () => setFirst(more) : undefined}
      />
    </Card>
  )
}
