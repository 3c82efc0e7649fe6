import type { RequestCard, RequestState } from '#contract/request'
import { requestStateText, waitingText, withdrawnText } from '#text/request/request'
import { SealChip, type StateTone } from '#ui/show/SealChip'

const tones: Record<RequestState, StateTone> = {
  filed: 'waits',
  accepted: 'going',
  assigned: 'going',
  in_work: 'going',
  resolved: 'waits',
  closed: 'done',
  declined: 'off',
  reopened: 'waits',
}

type Stamped = Pick<RequestCard, 'state' | 'part' | 'waitingForAnswer' | 'withdrawn'>

/** A request's state as a stamp. A question and a result need the requester, a new request needs its holder. */
export function RequestSeal({ of }: { of: Stamped }) {
  if (of.withdrawn) return <SealChip tone='off'>{withdrawnText}</SealChip>
  const words = of.waitingForAnswer ? waitingText : requestStateText[of.state]
  return <SealChip tone={toneOf(of)}>{words}</SealChip>
}

function toneOf({ state, part, waitingForAnswer }: Stamped): StateTone {
  if (waitingForAnswer) return part === 'requester' ? 'needs' : 'waits'
  if (state === 'resolved' && part === 'requester') return 'needs'
  if ((state === 'filed' || state === 'reopened') && part === 'holder') return 'needs'
  return tones[state]
}
