import type { RequestCard, RequestState } from '#contract/request'
import { requestStateText, waitingText, withdrawnText } from '#text/request/request'
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
  of: { state, waitingForAnswer, withdrawn },
}: {
  of: Pick<RequestCard, 'state' | 'waitingForAnswer' | 'withdrawn'>
}) {
  if (waitingForAnswer) return <SealChip tone='waits'>{waitingText}</SealChip>
  if (withdrawn) return <SealChip tone='over'>{withdrawnText}</SealChip>
  return <SealChip tone={tones[state]}>{requestStateText[state]}</SealChip>
}
