import type { PlacementState } from '#contract/vacancy'
import { placementStateText } from '#text/vacancy/placementState'
import { SealChip, type StateTone } from '#ui/show/SealChip'

const tones: Record<PlacementState, StateTone> = {
  interested: 'waits',
  invited: 'needs',
  placed: 'done',
  declined: 'off',
  left: 'off',
  withdrawn: 'off',
}

/** How far somebody is on the way to work. */
export function PlacementSeal({ state }: { state: PlacementState }) {
  return <SealChip tone={tones[state]}>{placementStateText[state]}</SealChip>
}
