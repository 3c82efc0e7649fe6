import type { Day } from '#contract/shared/scalars'

/** A day and a time at +08:00, `HH:mm`. */
interface MomentDraft {
  day: Day
  time: string
}

export interface MomentFieldProps {
  label: string
  error?: string | undefined
  draft: MomentDraft
  onDraft: (draft: MomentDraft) => void
}
