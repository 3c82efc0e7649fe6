import type { MySignup, SignupState } from '#contract/session'
import { cameText, signupStateText } from '#text/session/signupState'
import { SealChip, type StateTone } from '#ui/show/SealChip'

const tones: Record<SignupState, StateTone> = {
  confirmed: 'going',
  offered: 'needs',
  waitlisted: 'waits',
  in_draw: 'waits',
  withdrawn: 'off',
  lapsed: 'off',
  cancelled: 'off',
}

export interface SignupSealProps {
  of: Pick<MySignup, 'state' | 'present' | 'missed'>
}

/** The state of a sign-up as a stamp; of one that has been, whether the party came. */
export function SignupSeal({ of: { state, present, missed } }: SignupSealProps) {
  if (present) return <SealChip tone='done'>{cameText.present}</SealChip>
  if (missed) return <SealChip tone='off'>{cameText.missed}</SealChip>
  return <SealChip tone={tones[state]}>{signupStateText[state]}</SealChip>
}
