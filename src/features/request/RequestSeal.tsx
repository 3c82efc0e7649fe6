import type { RequestState } from '#contract/request'
import { requestStateText } from '../../text/request'
import { SealChip, type SealChipProps } from '../../ui/SealChip'

const tones: Record<RequestState, SealChipProps['tone']> = {
  filed: 'asks',
  accepted: 'going',
  assigned: 'going',
  in_work: 'going',
  resolved: 'waits',
  closed: 'done',
  declined: 'over',
  reopened: 'asks',
}

/** A request's state as a stamp. */
export function RequestSeal({ state }: { state: RequestState }) {
  return <SealChip tone={tones[state]}>{requestStateText[state]}</SealChip>
}
