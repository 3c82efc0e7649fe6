import { useState } from 'react'
import type { Unanswered, UnansweredRef } from '#cloud/call/useCommand'
import { discard, keep, kept } from './kept'
import { type HeldDraft, useDraft } from './useDraft'

interface KeptDraft<Draft> extends HeldDraft<Draft> {
  /** Under which name it is kept. */
  keptUnder: string
  /** It was begun on an earlier visit. */
  found: boolean
  /** The command whose answer never came, kept with the draft: a retry after Back is still the same one. */
  unanswered: UnansweredRef
  /** It is sent: nothing is kept any longer. */
  clear: () => void
}

/** What is being written, kept on the phone under `keptUnder` until it is sent. */
export function useKeptDraft<Draft extends object>(keptUnder: string, begin: () => Draft): KeptDraft<Draft> {
  const unansweredKeptUnder = `${keptUnder}:unanswered`
  const [earlier] = useState(() => kept<Draft>(keptUnder))
  const held = useDraft(
    () => earlier ?? begin(),
    (draft) => keep(keptUnder, draft),
  )
  return {
    ...held,
    keptUnder,
    found: earlier !== undefined,
    unanswered: {
      get current() {
        return kept<Unanswered>(unansweredKeptUnder)
      },
      set current(command) {
        if (command) keep(unansweredKeptUnder, command)
        else discard(unansweredKeptUnder)
      },
    },
    clear: () => {
      discard(keptUnder)
      discard(unansweredKeptUnder)
    },
  }
}
