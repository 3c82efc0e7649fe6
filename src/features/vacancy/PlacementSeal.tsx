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

/** Who wants to go waits for the coordinator, and who is invited for nobody but themselves. */
const tonesOfRun: Record<PlacementState, StateTone> = { ...tones, interested: 'needs', invited: 'going' }

/** How far somebody is on the way to work; `run`: as a coordinator reads it. */
export function PlacementSeal({ state, run }: { state: PlacementState; run?: true }) {
  return <SealChip tone={(run ? tonesOfRun : tones)[state]}>{placementStateText[state]}</SealChip>
}
