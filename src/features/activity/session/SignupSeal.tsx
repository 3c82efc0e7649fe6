import type { SignupState } from '#contract/session'
import { signupStateText } from '#text/session/signup'
import { SealChip, type SealChipProps } from '#ui/show/SealChip'

const tones: Record<SignupState, SealChipProps['tone']> = {
  confirmed: 'going',
  offered: 'asks',
  waitlisted: 'waits',
  in_draw: 'waits',
  withdrawn: 'over',
  lapsed: 'over',
  cancelled: 'over',
}

/** The state of a sign-up as a stamp. */
export function SignupSeal({ state }: { state: SignupState }) {
  return <SealChip tone={tones[state]}>{signupStateText[state]}</SealChip>
}
