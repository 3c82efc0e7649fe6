import { useRef, useState } from 'react'

/** What is being written in a form, finished or not. */
export interface HeldDraft<Draft> {
  /** As it was when the page was last drawn. */
  draft: Draft
  /** A choice: the page shows it at once. A part is put into the draft; a function is given the draft as it is now. */
  choose: (change: Partial<Draft> | ((now: Draft) => Draft)) => void
  /** Typed words: the field shows them itself, so the page is not drawn again. */
  write: (words: Partial<Draft>) => void
  /** The draft with every word typed so far. */
  written: () => Draft
}

/**
 * What is being written on a page, for as long as the page is open; `onChange` hears of every change. A choice is put
 * into the draft as it is by then, so that it never puts back words that were typed meanwhile.
 */
export function useDraft<Draft extends object>(
  begin: Draft | (() => Draft),
  onChange?: (draft: Draft) => void,
): HeldDraft<Draft> {
  const [draft, setDraft] = useState(begin)
  const current = useRef(draft)
  const hold = (next: Draft) => {
    current.current = next
    onChange?.(next)
  }
  return {
    draft,
    choose: (change) => {
      hold(typeof change === 'function' ? change(current.current) : { ...current.current, ...change })
      setDraft(current.current)
    },
    write: (words) => hold({ ...current.current, ...words }),
    written: () => current.current,
  }
}
