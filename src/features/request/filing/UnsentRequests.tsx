import { useState } from 'react'
import { useNow } from '#clock'
import { keep } from '#cloud/kept/kept'
import { sendUnsent, type UnsentRequest, withdrawUnsent } from '#cloud/kept/outbox'
import { useUnsent } from '#cloud/kept/useUnsent'
import { routes } from '#routes'
import { unsentText as words } from '#text/request/requestFiling'
import { momentWords } from '#text/shared/time'
import { Button } from '#ui/button/Button'
import { go } from '#ui/go/go'
import { Banner } from '#ui/page/Banner'
import { Confirm } from '#ui/sheet/Confirm'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Maybe } from '#ui/show/Maybe'
import { filingKeptUnder } from './filingDraft'

/**
 * Shows the outbox: when a request is sent by itself, and steps to send, change or discard it. `onSent` is called after
 * one was sent.
 */
export function UnsentRequests({ onSent }: { onSent: () => void }) {
  const unsent = useUnsent(onSent)
  if (unsent.length === 0) return null
  return (
    <Card title={words.title} edge='ochre'>
      {unsent.map((request) => (
        <Unsent key={request.commandId} request={request} />
      ))}
    </Card>
  )
}

function Unsent({ request }: { request: UnsentRequest }) {
  const { commandId, input, pictures, draft, tried, madeAt, refusal } = request
  const [state, setState] = useState<'still' | 'sending' | 'again' | 'leaving'>('still')
  const now = useNow()

  async function send() {
    setState('sending')
    await sendUnsent()
    setState('again')
  }
  async function change() {
    if (!(await withdrawUnsent(commandId, true))) return
    keep(filingKeptUnder(), draft)
    keep(`${filingKeptUnder()}:pictures`, pictures)
    if (tried !== undefined) keep(`${filingKeptUnder()}:unanswered`, { input: tried, commandId })
    go(routes.requestFile)
  }
  return (
    <Box className='stack-tight'>
      <Box className='strong'>{input.description}</Box>
      <Box className='soft'>{words.made(momentWords(madeAt, now), pictures.length)}</Box>
      <Banner tone={refusal === undefined ? 'plain' : 'bad'}>{refusal ?? words.waits}</Banner>
      <Maybe>{state === 'again' && refusal === undefined && <Banner tone='bad'>{words.still}</Banner>}</Maybe>
      <Maybe>
        {refusal === undefined && (
          <Button busy={state === 'sending'} onPress={send}>
            {words.now}
          </Button>
        )}
      </Maybe>
      <Button look='quiet' onPress={change}>
        {words.change}
      </Button>
      <Button look='quiet' onPress={() => setState('leaving')}>
        {words.leave}
      </Button>
      <Maybe>
        {state === 'leaving' && (
          <Confirm
            title={words.leave}
            text={words.leaveText}
            action={words.leaveAction}
            look='danger'
            busy={false}
            failure={undefined}
            onConfirm={() => withdrawUnsent(commandId)}
            keep={words.keep}
            onClose={() => setState('still')}
          />
        )}
      </Maybe>
    </Box>
  )
}
