import type { RefusalCode } from '#contract/shared/refusal'
import type { Instant } from '#contract/shared/scalars'
import type { Command, Decision } from '#core/change/aggregate'

/** A command as the cloud receives it; another instant or word gives another key. */
export function commandAt(at: Instant, word = 'tap', who?: string): Command {
  return {
    key: `${word}@${at}`,
    fingerprint: `says ${word}`,
    at,
    ...(who === undefined ? {} : { who, whoId: `m_${who}` }),
  }
}

/** The next state of a decision; throws on a refusal. */
export function yes<State extends object>(decision: Decision<State> | undefined): State {
  if (!decision?.next || decision.refusal) throw new Error(`refused: ${decision?.refusal ?? 'nothing to do'}`)
  return decision.next
}

/** The refusal of a decision that changes nothing; throws on any other decision. */
export function no<State extends object>(decision: Decision<State> | undefined): RefusalCode {
  if (!decision?.refusal || decision.next) throw new Error('not a plain refusal')
  return decision.refusal
}
