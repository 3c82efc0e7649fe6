import { useRef, useState } from 'react'
import { discard, keep, kept } from '#cloud/kept/kept'
import type { ActivityForm, FormWords } from './activityForm'

/** What is kept of an activity being written, and on which edition it stands. */
export interface KeptForm {
  form: ActivityForm
  /** As it was when the writing began, for what an edit changes. */
  before: ActivityForm
  rev?: number | undefined
  activityId?: string | undefined
}

export interface HeldForm extends KeptForm {
  /** A choice: the page shows it at once. */
  choose: (part: Partial<ActivityForm>) => void
  /** Typed words: the field shows them itself, so the page is not drawn again. */
  write: (words: Partial<FormWords>) => void
  /** With every word typed so far. */
  written: () => ActivityForm
  /** It is saved: the next edition stands on this one. */
  saved: (activityId: string) => void
  clear: () => void
}

/** What is being written under a name; kept on this machine until it is saved, so that no dead network loses it. */
export function useActivityForm(place: string, begin: () => KeptForm): HeldForm {
  const [held, setHeld] = useState<KeptForm>(() => kept<KeptForm>(place) ?? begin())
  const current = useRef(held)
  const hold = (next: KeptForm) => {
    current.current = next
    keep(place, next)
  }
  return {
    ...held,
    choose: (part) => {
      hold({ ...current.current, form: { ...current.current.form, ...part } })
      setHeld(current.current)
    },
    write: (words) => hold({ ...current.current, form: { ...current.current.form, ...words } }),
    written: () => current.current.form,
    saved: (activityId) => {
      discard(place)
      // the next save replaces what stands, whatever its number has become by this one
      const { rev: _, ...rest } = current.current
      current.current = { ...rest, activityId, before: rest.form }
      setHeld(current.current)
    },
    clear: () => discard(place),
  }
}
