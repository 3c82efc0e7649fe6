import type { RawInputOf } from '#contract/operations'
import { dependentsText } from '../../text/member'

export interface DependentDraft {
  name: string
  relation?: string | undefined
  consentNote: string
}

/** What is wrong with a part, in a sentence for the person. */
export type DependentFaults = { name?: string; relation?: string; consentNote?: string }

/** The input to send, or what still has to be mended. */
export function checkDependent(draft: DependentDraft): {
  input?: RawInputOf<'member.addDependent'>
  faults: DependentFaults
} {
  const name = draft.name.trim()
  const consentNote = draft.consentNote.trim()
  const { relation } = draft
  const faults: DependentFaults = {
    ...(!name && { name: dependentsText.nameMissing }),
    ...(!relation && { relation: dependentsText.relationMissing }),
    ...(!consentNote && { consentNote: dependentsText.consentMissing }),
  }
  if (!name || !relation || !consentNote) return { faults }
  return { input: { name, relation, consentNote }, faults }
}
