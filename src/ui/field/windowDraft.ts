import type { Day, Instant } from '#contract/shared/scalars'
import { instantOf } from '#contract/shared/wallClock'

export interface WindowFieldProps {
  label: string
  hint?: string | undefined
  error?: string | undefined
  now: Instant
  draft: WindowDraft
  onDraft: (draft: WindowDraft) => void
}

/** What the person has chosen so far. A part that is not chosen yet is empty. Times are `HH:mm`. */
export interface WindowDraft {
  day: Day
  from: string
  to: string
}

/** The half-open window at +08:00; undefined while a part is missing or the end is not after the start. */
export function readWindow(draft: WindowDraft): { from: Instant; to: Instant } | undefined {
  const from = instantOf(draft.day, draft.from)
  const to = instantOf(draft.day, draft.to)
  return from !== undefined && to !== undefined && to > from ? { from, to } : undefined
}
