import { phoneNow } from '#clock'
import type { Operation, RawInputOf, ReplyOf } from '#contract/operations'
import type { Refusal } from '#contract/shared/refusal'
import type { MemberId } from '#contract/shared/scalars'
import { failureText } from '#text/shared/ui'
import { hearAllowances } from '../wechat/allowances'
import { hearAnswer } from './cloudTime'
import { readAfresh } from './readMemory'
import { send } from './transport'

/** The cloud was not reached, or what came back was no answer. Not a bug of ours, and it can be tried again. */
interface Unreachable {
  ok: false
  code: 'unreachable'
  message: string
}

export type CallOutcome<Data> = { ok: true; data: Data } | Refusal | Unreachable

interface CallOptions {
  commandId?: string | undefined
  /** The member on whose behalf it is asked; absent for oneself. */
  actingFor?: MemberId | undefined
}

/** Asks the cloud for an operation. Never throws: an expected "no" and a dead network are returned. */
export async function call<Op extends Operation>(
  op: Op,
  input: RawInputOf<Op>,
  { commandId, actingFor }: CallOptions = {},
): Promise<CallOutcome<ReplyOf<Op>>> {
  const sentAt = phoneNow()
  try {
    const answer = await send({
      ...{ op, input, clock: true },
      ...(commandId && { commandId }),
      ...(actingFor && { actingFor }),
    })
    hearAnswer(answer, sentAt)
    if (isAnswer<ReplyOf<Op>>(answer)) {
      if (answer.ok) hearAllowances(op, answer.data)
      return answer
    }
  } catch {
    // Said below; whether the command had its effect is unknown, which is what its commandId is for.
  } finally {
    if (commandId) readAfresh()
  }
  return { ok: false, code: 'unreachable', message: failureText.unreachable }
}

function isAnswer<Data>(answer: unknown): answer is { ok: true; data: Data } | Refusal {
  return typeof answer === 'object' && answer !== null && 'ok' in answer
}
