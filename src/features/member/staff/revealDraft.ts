import type { Faults } from '#cloud/call/checked'
import type { Revealable } from '#contract/member'
import { residentText } from '#text/member/resident'
import { uiText } from '#text/shared/ui'

/** The choice for a reason that is not in the list. */
export const ownReason = 'own'

export interface RevealDraft {
  fields: readonly Revealable[]
  /** A reason from the list, or `ownReason`. */
  reason?: string | undefined
  /** The typed reason. It counts while `reason` is `ownReason`. */
  written: string
}

/** What is wrong with a part, in a sentence for the worker. */
type RevealFaults = Faults<'fields' | 'reason' | 'written'>

/** The least length that the contract takes. */
const shortestReason = 2

/** The input to send, or the faults. */
export function checkReveal({ fields, reason, written }: RevealDraft): {
  input?: { fields: Revealable[]; reason: string }
  faults: RevealFaults
} {
  const said = reason === ownReason ? written.trim() : (reason ?? '')
  const unsaid = said.length < shortestReason
  const faults: RevealFaults = {
    ...(fields.length === 0 && { fields: residentText.fieldsMissing }),
    ...(unsaid && reason === undefined && { reason: uiText.reasonMissing }),
    ...(unsaid && reason !== undefined && { written: uiText.reasonMissing }),
  }
  return Object.keys(faults).length > 0
    ? { faults }
    : { input: { fields: [...fields], reason: said }, faults }
}
