import { useState } from 'react'
import type { Unanswered, UnansweredPlace } from '#cloud/call/useCommand'
import { discard, keep, kept } from './kept'
import { type HeldDraft, useDraft } from './useDraft'

interface KeptDraft<Draft> extends HeldDraft<Draft> {
  /** Under which name it is kept. */
  place: string
  /** It was begun on an earlier visit. */
  found: boolean
  /** The command whose answer never came, kept with the draft: a retry after Back is still the same one. */
  unanswered: UnansweredPlace
  /** It is sent: nothing is kept any longer. */
  clear: () => void
}

/** What is being written, kept on the phone under `place` until it is sent. */
export function useKeptDraft<Draft extends object>(place: string, begin: () => Draft): KeptDraft<Draft> {
  const unansweredPlace = `${place}:unanswered`
  const [earlier] = useState(() => kept<Draft>(place))
  const held = useDraft(
    () => earlier ?? begin(),
    (draft) => keep(place, draft),
  )
  return {
    ...held,
    place,
    found: earlier !== undefined,
    unanswered: {
      get current() {
        return kept<Unanswered>(unansweredPlace)
      },
      set current(command) {
        if (command) keep(unansweredPlace, command)
        else discard(unansweredPlace)
      },
    },
    clear: () => {
      discard(place)
      discard(unansweredPlace)
    },
  }
}
