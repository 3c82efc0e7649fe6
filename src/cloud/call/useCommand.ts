import { useRef, useState } from 'react'
import type { Operation, RawInputOf, ReplyOf } from '#contract/operations'
import type { Issue, RefusalCode } from '#contract/shared/refusal'
import type { MemberId } from '#contract/shared/scalars'
import { askOn, asksOn, tellAnswers } from '../wechat/messages'
import { type CallOutcome, call } from './call'
import { newCommandId } from './commandId'
import { askToSignIn } from './session'

/** Why it was not done: the sentence for the person, and where an input was wrong. */
export interface NotDone {
  code: RefusalCode | 'unreachable'
  message: string
  issues?: Issue[] | undefined
}

export interface SentCommand<Op extends Operation> {
  /** Settles with the reply, or with undefined where it was not done; then `failure` says why not. */
  run: (input: RawInputOf<Op>) => Promise<ReplyOf<Op> | undefined>
  /** The same, and says at once why not; undefined for a second tap while one is under way. */
  attempt: (input: RawInputOf<Op>) => Promise<CallOutcome<ReplyOf<Op>> | undefined>
  /** Asks for messages, where the step is worth some: for a step that waits for something else before it is sent. */
  onTap: () => Promise<void>
  busy: boolean
  /** Why it was not done, in a sentence. */
  failure: string | undefined
  /** The same in full. */
  notDone: NotDone | undefined
  /** Forgets the failure, for example when the sheet that showed it closes. */
  clear: () => void
}

/** A command whose answer never came: it may have had its effect. */
export interface Unanswered {
  input: string
  /** Absent where it was for oneself. */
  actingFor?: MemberId | undefined
  commandId: string
}

/** No answer, or one that came before the command was looked at: an earlier sending may have had its effect. */
const decidesNothing: ReadonlySet<string> = new Set(['unreachable', 'rate_limited'])

/** Where the unanswered command is kept, as a ref. */
export interface UnansweredRef {
  current: Unanswered | undefined
}

interface CommandOptions {
  /** Where an unanswered command is kept; without it, in the page's memory. */
  unanswered?: UnansweredRef | undefined
  /** The member on whose behalf it is done; absent for oneself. */
  actingFor?: MemberId | undefined
}

/**
 * Does an operation on a tap. While one is under way a second tap does nothing.
 * One commandId stands for one intention: after a network failure the same input for the same member keeps its
 * id, so trying again can never do it twice; so it does when it came too fast. After any other answer the next tap is a
 * new intention.
 */
export function useCommand<Op extends Operation>(op: Op, options: CommandOptions = {}): SentCommand<Op> {
  const [busy, setBusy] = useState(false)
  const [notDone, setNotDone] = useState<NotDone>()
  const underWay = useRef(false)
  const inMemory = useRef<Unanswered>()
  const asked = useRef<Awaited<ReturnType<typeof askOn>>>()
  const { unanswered = inMemory, actingFor } = options

  // Messages go to the member for whom it is done, so only that member is asked to allow some. What was answered stays
  // until it can be told: a picture may keep the step from being sent on this tap.
  async function onTap(): Promise<void> {
    if (actingFor === undefined && asksOn(op)) asked.current ??= await askOn(op)
  }

  async function attempt(input: RawInputOf<Op>): Promise<CallOutcome<ReplyOf<Op>> | undefined> {
    if (underWay.current) return undefined
    const written = JSON.stringify(input)
    const before = unanswered.current
    const again = before?.input === written && before.actingFor === actingFor
    const { commandId } = again ? before : { commandId: newCommandId() }
    unanswered.current = { input: written, actingFor, commandId }
    underWay.current = true
    setBusy(true)
    setNotDone(undefined)

    await onTap()
    const answers = asked.current ?? []
    asked.current = undefined
    const outcome = await call(op, input, { commandId, actingFor })
    // after the step itself, since who registers is known from then on
    void tellAnswers(answers)

    underWay.current = false
    setBusy(false)
    if (outcome.ok || !decidesNothing.has(outcome.code)) unanswered.current = undefined
    if (outcome.ok) return outcome
    if (outcome.code === 'unauthenticated') askToSignIn()
    setNotDone(outcome)
    return outcome
  }

  async function run(input: RawInputOf<Op>): Promise<ReplyOf<Op> | undefined> {
    const outcome = await attempt(input)
    return outcome?.ok ? outcome.data : undefined
  }

  return { run, attempt, onTap, busy, failure: notDone?.message, notDone, clear: () => setNotDone(undefined) }
}
