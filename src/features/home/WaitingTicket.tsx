import type { Waiting } from '#contract/home'
import type { Instant } from '#contract/shared/scalars'
import {
  waitingAction,
  waitingBlockText,
  waitingSentence,
  waitingTitle,
  waitingWhen,
} from '#text/home/waiting'
import { Button } from '#ui/button/Button'
import { Box } from '#ui/show/Box'
import { Heading } from '#ui/show/Heading'
import { SealChip } from '#ui/show/SealChip'
import { waitingTones } from './waitingTone'
import './WaitingTicket.scss'

/** What comes first, as a ticket: when, what, who, and the one button that leads to it. */
export function WaitingTicket({ waiting, now }: { waiting: Waiting; now: Instant }) {
  const { kind, to } = waiting
  const title = waitingTitle(waiting)
  const tone = waitingTones[kind]
  const when = waitingWhen(waiting, now)
  const action = waitingAction(waiting, now)
  return (
    <Box tag='section' className={`ticket ticket-${tone}`}>
      <Box className='ticket-head'>
        <Heading level={3}>{title}</Heading>
        <SealChip tone={tone}>{waitingBlockText.seal[kind]}</SealChip>
      </Box>
      {when && <Box className='ticket-when'>{when}</Box>}
      <Box>{waitingSentence(waiting, now)}</Box>
      <Box className='ticket-stub'>
        <Button to={to} look={tone === 'needs' ? 'primary' : 'pine'} label={`${action}：${title}`}>
          {action}
        </Button>
      </Box>
    </Box>
  )
}
