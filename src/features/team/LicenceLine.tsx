import type { ReactNode } from 'react'
import type { LicenceView } from '#contract/team'
import { licenceText as words } from '#text/team/licence'
import { Box } from '#ui/show/Box'
import { SealChip, type StateTone } from '#ui/show/SealChip'
import './TeamCard.scss'

const tones: Record<LicenceView['state'], StateTone> = {
  valid: 'done',
  ending: 'needs',
  ended: 'off',
}

export interface LicenceLineProps {
  shown: LicenceView
  /** Whether the leader still has to decide on it. */
  waits?: boolean
  children?: ReactNode
}

/** Shows a licence, its last valid day, and whether it has ended or ends soon. */
export function LicenceLine({ shown, waits = false, children }: LicenceLineProps) {
  return (
    <Box tag='li' className='stack-tight'>
      <Box className='team-head'>
        <Box>{words.line(shown)}</Box>
        <SealChip tone={waits ? 'waits' : tones[shown.state]}>
          {waits ? words.waits : words.state[shown.state]}
        </SealChip>
      </Box>
      {children && <Box className='team-ways'>{children}</Box>}
    </Box>
  )
}
