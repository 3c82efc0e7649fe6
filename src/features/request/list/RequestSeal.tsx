import type { RequestCard, RequestState } from '#contract/request'
import { requestStateText, waitingText } from '#text/request/request'
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

type Stamped = Pick<RequestCard, 'state' | 'part' | 'waitingForAnswer'>

/** A request's state as a stamp. A question and a result need the requester, a new request needs its holder. */
export function RequestSeal({ of }: { of: Stamped }) {
  return (
    <SealChip tone={toneOf(of)}>{of.waitingForAnswer ? waitingText : requestStateText[of.state]}</SealChip>
  )
}

function toneOf({ state, part, waitingForAnswer }: Stamped): StateTone {
  if (waitingForAnswer) return part === 'requester' ? 'needs' : 'waits'
  if (state === 'resolved' && part === 'requester') return 'needs'
  if ((state === 'filed' || state === 'reopened') && part === 'holder') return 'needs'
  return tones[state]
}
