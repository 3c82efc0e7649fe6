import { useState } from 'react'
import { useNow } from '#clock'
import { useCommand } from '#cloud/call/useCommand'
import { usePages } from '#cloud/call/usePages'
import { useRead } from '#cloud/call/useRead'
import type { HonourView } from '#contract/hours'
import { teamHoursText as words } from '#text/hours/hours'
import { wordText } from '#text/hours/word'
import { durationWords, momentWords, windowWords } from '#text/shared/time'
import { LineButton } from '#ui/button/LineButton'
import { DeclineSheet } from '#ui/form/DeclineSheet'
import { Failure } from '#ui/form/Failure'
import { Banner } from '#ui/page/Banner'
import { Pager } from '#ui/page/Pager'
import { Empty, StateView } from '#ui/page/StateView'
import { Box } from '#ui/show/Box'
import { Heading } from '#ui/show/Heading'
import { Maybe } from '#ui/show/Maybe'
import { SealChip, type StateTone } from '#ui/show/SealChip'
import { oneLine } from './oneLine'
import './HonourRows.scss'

const tones: Record<HonourView['state'], StateTone> = {
  proposed: 'waits',
  approved: 'done',
  declined: 'off',
}
const atOnce = 10

/** The honour minutes that a team's leaders have proposed, the undecided first, with the steps to decide on them. */
export function HonourRows({ teamId }: { teamId?: string }) {
  const { paging, older, newer } = usePages(atOnce)
  const [read, refresh] = useRead('hours.honours', { ...(teamId && { teamId }), ...paging })
  const [declining, setDeclining] = useState<HonourView>()
  const [done, setDone] = useState<string>()
  const decide = useCommand('hours.approveHonour')

  async function answer({ entryId, name }: HonourView, accept: boolean, reason?: string) {
    const said = await decide.run({ entryId, accept, ...(reason && { reason: oneLine(reason) }) })
    if (!said) return await refresh()
    setDeclining(undefined)
    setDone(accept ? words.accepted(name) : words.declined)
    await refresh()
  }
  const nothing = teamId ? (
    <Box className='soft'>{words.noneWaiting}</Box>
  ) : (
    <Empty title={wordText.nothing.title} text={wordText.nothing.text} />
  )
  return (
    <Box tag='section' className='stack-tight'>
      <Heading>{teamId ? words.waiting : wordText.waitingTitle}</Heading>
      <Maybe>{done && <Banner tone='good'>{done}</Banner>}</Maybe>
      <Failure>{!declining && decide.failure}</Failure>
      <StateView of={read} onRetry={refresh} empty={nothing}>
        {({ items, nextCursor }) => {
          const waiting = items.filter(({ state }) => state === 'proposed')
          const decided = items.filter(({ state }) => state !== 'proposed')
          return (
            <Box className='stack-tight'>
              {waiting.length === 0 && nothing}
              <Box tag='ul' className='pair'>
                {waiting.map((honour) => (
                  <HonourRow
                    key={honour.entryId}
                    honour={honour}
                    onAccept={() => answer(honour, true)}
                    onDecline={() => {
                      decide.clear()
                      setDeclining(honour)
                    }}
                  />
                ))}
              </Box>
              {decided.length > 0 && <Heading level={3}>{words.decided}</Heading>}
              <Box tag='ul' className='pair'>
                {decided.map((honour) => (
                  <HonourRow key={honour.entryId} honour={honour} />
                ))}
              </Box>
              <Pager
                of={words.honour}
                onNewer={newer}
                onOlder={nextCursor ? () => older(nextCursor) : undefined}
              />
            </Box>
          )
        }}
      </StateView>
      <Maybe>
        {declining && (
          <DeclineSheet
            name={declining.name}
            words={words}
            busy={decide.busy}
            failure={decide.failure}
            onDecline={(reason) => answer(declining, false, reason)}
            onClose={() => setDeclining(undefined)}
          />
        )}
      </Maybe>
    </Box>
  )
}

interface HonourRowProps {
  honour: HonourView
  onAccept?: () => void
  onDecline?: () => void
}

function HonourRow({ honour, onAccept, onDecline }: HonourRowProps) {
  const { name, minutes, reason, state, proposedBy, proposedAt, mayDecide, needsAdmin, word, teamName } =
    honour
  const now = useNow()
  const long = durationWords(minutes)
  return (
    <Box tag='li' className='honour'>
      <Box className='honour-head'>
        <Box className='strong'>{`${name} · ${long}`}</Box>
        <SealChip tone={tones[state]}>{needsAdmin ? words.needsAdmin : words.state[state]}</SealChip>
      </Box>
      {word && <Box>{`${wordText.word} · ${word.title} · ${windowWords(word, now)}`}</Box>}
      {teamName && <Box className='soft small'>{teamName}</Box>}
      <Box>{reason}</Box>
      <Box className='soft small'>{words.proposed(proposedBy, momentWords(proposedAt, now))}</Box>
      {needsAdmin && <Box className='soft small'>{mayDecide ? words.adminDecides : words.adminWait}</Box>}
      {state === 'proposed' && !mayDecide && !needsAdmin && <Box className='soft small'>{words.ownWait}</Box>}
      {mayDecide && (
        <Box className='honour-ways'>
          <LineButton look='pine' onPress={onAccept} label={words.acceptOf(name, long, reason)}>
            {words.accept}
          </LineButton>
          <LineButton onPress={onDecline} label={words.declineOf(name, long, reason)}>
            {words.decline}
          </LineButton>
        </Box>
      )}
    </Box>
  )
}
