import type { ReactNode } from 'react'
import type { NoShowView } from '#contract/booking'
import type { Instant } from '#contract/shared/scalars'
import { noShowText, saidWords } from '#text/booking/noShow'
import { momentWords } from '#text/shared/time'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { SealChip, type StateTone } from '#ui/show/SealChip'

const tones: Record<NoShowView['state'], StateTone> = {
  said: 'needs',
  appealed: 'needs',
  upheld: 'off',
  lifted: 'done',
}

export interface NoShowCardProps {
  said: NoShowView
  now: Instant
  children: ReactNode
}

/** Shows a no-show: what was said, the appeal, and the leader's decision. */
export function NoShowSaid({ said, now, children }: NoShowCardProps) {
  const { state, saidAt, accusedName, appeal, proofs = [], word } = said
  return (
    <Card title={noShowText.title} edge='cinnabar'>
      <Box className='stack-tight'>
        <SealChip tone={tones[state]}>{noShowText.state[state]}</SealChip>
        <Box>{saidWords(said)}</Box>
        {appeal && <Box>{noShowText.appealed(accusedName, appeal.note)}</Box>}
        {proofs.map((proof) => (
          <Box key={proof.step}>{noShowText.proof(proof, now, accusedName)}</Box>
        ))}
        {word && <Box>{noShowText.word(word.who, word.reason)}</Box>}
        <Box className='soft small'>{`${momentWords(saidAt, now)} · ${noShowText.mild}`}</Box>
      </Box>
      {children}
    </Card>
  )
}
