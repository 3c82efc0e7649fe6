import type { HeldDraft } from '#cloud/kept/useDraft'
import { useKeptDraft } from '#cloud/kept/useKeptDraft'
import type { ActivityForm } from './activityForm'

/** What is kept of an activity being written, and on which edition it stands. */
export interface KeptForm {
  form: ActivityForm
  /** As it was when the writing began, for what an edit changes. */
  before: ActivityForm
  rev?: number | undefined
  activityId?: string | undefined
}

export interface HeldForm extends HeldDraft<ActivityForm>, Omit<KeptForm, 'form'> {
  /** It is saved: the next edition stands on this one. */
  saved: (activityId: string) => void
  clear: () => void
}

/** What is being written under a name; kept on this machine until it is saved, so that no dead network loses it. */
export function useActivityForm(place: string, begin: () => KeptForm): HeldForm {
  const { draft, choose, write, written, clear } = useKeptDraft(place, begin)
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
      // the next save replaces what stands, whatever its number has become by this one
      choose(({ rev: _, ...now }) => ({ ...now, activityId, before: now.form }))
      clear()
    },
    clear,
  }
}
