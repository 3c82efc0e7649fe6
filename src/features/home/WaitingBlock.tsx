import { useState } from 'react'
import type { Waiting } from '#contract/home'
import type { Instant } from '#contract/shared/scalars'
import { waitingBlockText, waitingSentence, waitingTitle, waitingWhen } from '#text/home/waiting'
import { LineButton } from '#ui/button/LineButton'
import { Pressable } from '#ui/button/Pressable'
import { Box } from '#ui/show/Box'
import { Heading } from '#ui/show/Heading'
import { Maybe } from '#ui/show/Maybe'
import { ListRows } from '#ui/show/Row'
import { SealChip } from '#ui/show/SealChip'
import { WaitingTicket } from './WaitingTicket'
import { needsToday, waitingTones } from './waitingTone'
import './WaitingBlock.scss'

export interface WaitingBlockProps {
  /** In the order of its hour. */
  waiting: readonly Waiting[]
  now: Instant
  /** So many stand below the first before the rest is asked for. */
  shownAtOnce?: number
}

/** What waits for the person: the first as a ticket, then the others, a few at once. Without any it shows nothing. */
export function WaitingBlock({ waiting, now, shownAtOnce = 2 }: WaitingBlockProps) {
  const [all, setAll] = useState(false)
  const [first, ...others] = waiting
  if (!first) return null
  // what needs the person is never hidden
  const shown = others.filter(
    ({ kind }, index) => all || index < shownAtOnce || waitingTones[kind] === 'needs',
  )
  const foldable = others.length > shownAtOnce && (all || shown.length < others.length)
  return (
    <Box tag='section' className='stack-tight'>
      <Heading>{needsToday(waiting, now) ? waitingBlockText.title : waitingBlockText.ahead}</Heading>
      <WaitingTicket waiting={first} now={now} />
      {shown.length > 0 && (
        <ListRows>
          {shown.map((each) => (
            <WaitingRow key={`${each.kind}:${each.to}`} waiting={each} now={now} />
          ))}
        </ListRows>
      )}
      <Maybe>
        {foldable && (
          <LineButton onPress={() => setAll(!all)}>
            {all ? waitingBlockText.fewer : waitingBlockText.more(others.length - shown.length)}
          </LineButton>
        )}
      </Maybe>
    </Box>
  )
}

function WaitingRow({ waiting, now }: { waiting: Waiting; now: Instant }) {
  const { kind, to } = waiting
  const title = waitingTitle(waiting)
  const tone = waitingTones[kind]
  return (
    <Pressable className='waiting-row' to={to}>
      <Box className='waiting-row-head'>
        <Box className='waiting-row-title'>{title}</Box>
        <SealChip tone={tone}>{waitingBlockText.seal[kind]}</SealChip>
      </Box>
      <Box className='waiting-row-when'>{waitingWhen(waiting, now) ?? waitingSentence(waiting, now)}</Box>
    </Pressable>
  )
}
