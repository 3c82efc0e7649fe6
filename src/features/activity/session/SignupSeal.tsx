import type { SignupState } from '#contract/session'
import { signupStateText } from '#text/session/signup'
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

/** The state of a sign-up as a stamp. */
export function SignupSeal({ state }: { state: SignupState }) {
  return <SealChip tone={tones[state]}>{signupStateText[state]}</SealChip>
}
