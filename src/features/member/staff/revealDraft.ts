import type { Faults } from '#cloud/call/checked'
import type { Revealable } from '#contract/member'
import { residentText } from '#text/member/resident'
import { uiText } from '#text/shared/ui'

/** Chosen where none of the usual reasons fits. */
export const ownReason = 'own'

export interface RevealDraft {
  fields: readonly Revealable[]
  /** One of the usual reasons in words, or `ownReason`. */
  reason?: string | undefined
  /** Counts while `reason` is `ownReason`. */
  written: string
}

/** What is wrong with a part, in a sentence for the worker. */
type RevealFaults = Faults<'fields' | 'reason' | 'written'>

/** A shorter reason says nothing; as the contract has it. */
const shortestReason = 2

/** What to ask for and why, or what still has to be mended. */
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
