import { useState } from 'react'
import type { Operation, RawInputOf, ReplyOf } from '#contract/operations'
import type { RefusalCode } from '#contract/shared/refusal'
import type { MemberId } from '#contract/shared/scalars'
import type { News } from '#ui/show/news'
import type { CallOutcome } from './call'
import { useCommand } from './useCommand'
import type { Sender } from './useForm'

/** What a step needs of the page it stands on. */
export interface StepCourse {
  /** The member on whose behalf it is taken; absent for oneself. */
  actingFor?: MemberId | undefined
  /** Reads the page again; settles when it is there. */
  refresh: () => Promise<void>
  tell: (news: News | undefined) => void
}

export interface StepTaken<Op extends Operation> {
  /** Does it. The page is read again before `done` is said; undefined for a second tap. */
  take: (
    input: RawInputOf<Op>,
    done: (reply: ReplyOf<Op>) => string,
  ) => Promise<CallOutcome<ReplyOf<Op>> | undefined>
  /** The same step for a form to be sent by. */
  saying: (done: (reply: ReplyOf<Op>) => string) => Sender<RawInputOf<Op>, ReplyOf<Op>>
  busy: boolean
  /** Why not, to be shown beside the action. */
  failure: string | undefined
  clear: () => void
}

/**
 * One step on what a page shows: does it, reads the page again, and says what came of it. With a refusal of `overtaken`
 * somebody else, or time, was faster: the page shows an old state and is read again too.
 */
export function useStep<Op extends Operation>(
  op: Op,
  { actingFor, refresh, tell }: StepCourse,
  overtaken: readonly (RefusalCode | 'unreachable')[],
): StepTaken<Op> {
  const command = useCommand(op, { actingFor })
  const [busy, setBusy] = useState(false)

  async function take(input: RawInputOf<Op>, done: (reply: ReplyOf<Op>) => string) {
    if (busy) return undefined
    setBusy(true)
    tell(undefined)
    const outcome = await command.attempt(input)
    if (outcome?.ok) {
      await refresh()
      tell({ tone: 'good', text: done(outcome.data) })
    } else if (outcome && overtaken.includes(outcome.code)) {
      await refresh()
      command.clear()
      tell({ tone: 'bad', text: outcome.message })
    }
    setBusy(false)
    return outcome
  }

  const { failure, clear, onTap } = command
  return {
    take,
    saying: (done) => ({ attempt: (input) => take(input, done), onTap, busy, failure }),
    busy,
    failure,
    clear,
  }
}
