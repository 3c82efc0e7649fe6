import { useRef, useState } from 'react'
import type { Unanswered, UnansweredPlace } from '#cloud/call/useCommand'
import { discard, keep, kept } from './kept'

export interface HeldDraft<Draft, Typed extends keyof Draft> {
  /** Under which name it is kept. */
  place: string
  draft: Draft
  /** It was begun on an earlier visit. */
  found: boolean
  /** A choice: the page shows it at once. */
  choose: (next: Draft) => void
  /** Typed words: the field shows them itself, so the page is not drawn again. */
  write: (words: Partial<Pick<Draft, Typed>>) => void
  /** The draft with every word typed so far. */
  written: () => Draft
  /** The command whose answer never came, kept with the draft: a retry after Back is still the same one. */
  unanswered: UnansweredPlace
  /** It is sent: nothing is kept any longer. */
  clear: () => void
}

/**
 * What is being written, kept on the phone under `place` until it is sent. `typed` names what a person types; the rest
 * is chosen. A choice never puts back words that were typed after it was drawn.
 */
export function useDraft<Draft extends object, Typed extends keyof Draft>(
  place: string,
  empty: () => Draft,
  typed: readonly Typed[],
): HeldDraft<Draft, Typed> {
  const unansweredPlace = `${place}:unanswered`
  const [earlier] = useState(() => kept<Draft>(place))
  const [draft, setDraft] = useState(() => earlier ?? empty())
  const current = useRef(draft)

  const hold = (next: Draft) => {
    current.current = next
    keep(place, next)
  }
  return {
    place,
    draft,
    found: earlier !== undefined,
    choose: (next) => {
      const words = Object.fromEntries(typed.map((name) => [name, current.current[name]]))
      hold({ ...next, ...words })
      setDraft(current.current)
    },
    write: (words) => hold({ ...current.current, ...words }),
    written: () => current.current,
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
