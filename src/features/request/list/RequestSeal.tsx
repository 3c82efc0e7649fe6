import type { RequestCard, RequestState } from '#contract/request'
import { requestStateText, waitingText } from '#text/request/request'
import { SealChip, type SealChipProps } from '#ui/show/SealChip'

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
export function RequestSeal({
  of: { state, waitingForAnswer },
}: {
  of: Pick<RequestCard, 'state' | 'waitingForAnswer'>
}) {
  if (waitingForAnswer) return <SealChip tone='waits'>{waitingText}</SealChip>
  return <SealChip tone={tones[state]}>{requestStateText[state]}</SealChip>
}
