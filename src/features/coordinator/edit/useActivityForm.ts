import type { HeldDraft } from '#cloud/kept/useDraft'
import { useKeptDraft } from '#cloud/kept/useKeptDraft'
import type { ActivityForm } from './activityFields'

/** What is kept of an activity that is being written, with the edition on which it was begun. */
export interface KeptForm {
  form: ActivityForm
  /** The form as it was at the beginning, to find what an edit changes. */
  before: ActivityForm
  rev?: number | undefined
  activityId?: string | undefined
}

export interface HeldForm extends HeldDraft<ActivityForm>, Omit<KeptForm, 'form'> {
  /** Tells the form that it was saved: what is written from now on is compared with this state. */
  saved: (activityId: string) => void
  clear: () => void
}

/** The form kept under `keptUnder`. It stays on the device until it is saved, so that a lost network loses nothing. */
export function useActivityForm(keptUnder: string, begin: () => KeptForm): HeldForm {
  const { draft, choose, write, written, clear } = useKeptDraft(keptUnder, begin)
  const { form, ...edition } = draft
  return {
    ...edition,
    draft: form,
    choose: (change) =>
      choose((now) => ({
        ...now,
        form: typeof change === 'function' ? change(now.form) : { ...now.form, ...change },
      })),
    write: (words) => write({ form: { ...written().form, ...words } }),
    written: () => written().form,
    saved: (activityId) => {
      // The next save names no edition: this save has changed it, and the new number is not known here.
      choose(({ rev: _, ...now }) => ({ ...now, activityId, before: now.form }))
      clear()
    },
    clear,
  }
}
