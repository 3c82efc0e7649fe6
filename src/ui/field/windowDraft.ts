import type { Day, Instant } from '#contract/shared/scalars'
import { dayMs } from '#contract/shared/time'
import { dayOf, instantOf, wallClock } from '#contract/shared/wallClock'

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

/** The draft of a window of at most a day; what is longer loses its days. */
export const draftOfWindow = ({ from, to }: { from: Instant; to: Instant }): WindowDraft => ({
  day: dayOf(from),
  from: wallClock(from).format('HH:mm'),
  to: wallClock(to).format('HH:mm'),
})

/**
 * The half-open window at +08:00; undefined while a part is missing. An end at or before the start is on the next day,
 * so equal times are a whole day.
 */
export function readWindow(draft: WindowDraft): { from: Instant; to: Instant } | undefined {
  const from = instantOf(draft.day, draft.from)
  const to = instantOf(draft.day, draft.to)
  if (from === undefined || to === undefined) return undefined
  return { from, to: to > from ? to : to + dayMs }
}

/** Whether both times are chosen and the end is on the next day. */
export const endsNextDay = ({ from, to }: WindowDraft): boolean => from !== '' && to !== '' && to <= from
