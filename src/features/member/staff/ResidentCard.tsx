import type { ReactNode } from 'react'
import type { Community } from '#contract/community'
import type { FoundMember, MemberState } from '#contract/member'
import type { RegisterHint } from '#contract/register'
import { beforeWords } from '#text/member/moving'
import { residentText as words } from '#text/member/resident'
import { fullDateWords } from '#text/shared/time'
import { Box } from '#ui/show/Box'
import { Heading } from '#ui/show/Heading'
import { SealChip, type StateTone } from '#ui/show/SealChip'
import './ResidentCard.scss'

const tones: Record<MemberState, StateTone> = {
  pending: 'waits',
  verified: 'going',
  rejected: 'off',
  closed: 'off',
}

export interface ResidentCardProps {
  resident: FoundMember
  /** Absent while it is being read. */
  community: Community | undefined
  /** The time of registration, in words. */
  since: string
  /** Small buttons for what can be done for the resident. */
  children: ReactNode
}

/** A resident as staff see them. It tells people apart and shows no telephone number and no door. */
export function ResidentCard({ resident, community, since, children }: ResidentCardProps) {
  const { name, state, phoneMasked, closing } = resident
  const shownState = resident.askedBy === undefined ? state : 'pending'
  const estate = community?.estates.find(({ estateId }) => estateId === resident.estateId)?.name
  const grid = community?.grids.find(({ gridId }) => gridId === resident.gridId)?.name
  return (
    <Box tag='li' className='resident'>
      <Box className='resident-head'>
        <Heading>{name}</Heading>
        <SealChip tone={closing ? 'off' : tones[shownState]}>
          {closing ? words.closing : words.state[shownState]}
        </SealChip>
      </Box>
      <Box>{resident.office ? words.office(resident.office) : words.where(estate, grid)}</Box>
      {resident.onPaper && <Box>{words.onPaper}</Box>}
      <Box>{words.phone(phoneMasked)}</Box>
      {resident.movedFrom && <Box>{words.movedFrom(beforeWords(resident.movedFrom, community))}</Box>}
      {resident.askedBy && <Box>{words.askedBy(resident.askedBy)}</Box>}
      {resident.paperTwin && <Box className='strong'>{words.paperTwin}</Box>}
      {resident.register && <Box>{hintWords(resident.register, community)}</Box>}
      <Box className='soft small'>{since}</Box>
      <Box className='resident-ways'>{children}</Box>
    </Box>
  )
}

/** What the register says about a registration, for the worker who decides. */
function hintWords(hint: RegisterHint, community: Community | undefined): string {
  if (hint.match === 'no_dwelling' && hint.removed) {
    const { at, by, reason } = hint.removed
    return words.hintRemoved(fullDateWords(at), by, reason)
  }
  if (hint.match !== 'other_grid') return words.hint[hint.match]
  const grid = community?.grids.find(({ gridId }) => gridId === hint.gridId)?.name
  return words.hint.other_grid(grid ?? words.otherGrid)
}
