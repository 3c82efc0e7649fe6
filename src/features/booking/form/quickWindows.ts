import type { Instant } from '#contract/shared/scalars'
import { dayMs, hourMs, minuteMs } from '#contract/shared/time'
import { dayOf, instantOf } from '#contract/shared/wallClock'
import { draftOfWindow, readWindow, type WindowDraft } from '#ui/field/windowDraft'

/** The later windows that most people want. `days` counts from today; times are at +08:00. */
const laterWindows = {
  tomorrowMorning: { days: 1, from: '09:00', to: '11:00' },
  tomorrowAfternoon: { days: 1, from: '14:00', to: '16:00' },
  nextMorning: { days: 2, from: '09:00', to: '11:00' },
} as const
type LaterWindow = keyof typeof laterWindows
/** The windows of today: as soon as somebody can come, and the afternoon where that is later. */
export type WindowToday = 'soon' | 'todayAfternoon'
export type QuickWindow = WindowToday | LaterWindow

/** So long a volunteer has to see the booking and to come. */
const leadMs = hourMs
const soonMs = 2 * hourMs
const soonStepMs = 30 * minuteMs
/** Nobody is asked to come at once before the first, nor booked for at once after the last. */
const soonFrom = '08:00'
const soonUntil = '18:00'
/** The afternoon is a choice of its own while the soonest window begins by then. */
const afternoonUntil = '12:00'

/** A window that one tap chooses, with the hours it means now. */
export interface OfferedWindow {
  quick: QuickWindow
  window: WindowDraft
}

/** The windows that one tap chooses, the soonest first. */
export function quickWindowsAt(now: Instant): OfferedWindow[] {
  return [
    ...windowsTodayAt(now),
    ...(Object.keys(laterWindows) as LaterWindow[]).map((quick) => ({
      quick,
      window: laterWindow(quick, now),
    })),
  ]
}

function windowsTodayAt(now: Instant): OfferedWindow[] {
  const today = dayOf(now)
  const at = (clock: string): Instant => instantOf(today, clock) ?? now
  if (now >= at(soonUntil)) return []
  const from = Math.max(Math.ceil((now + leadMs) / soonStepMs) * soonStepMs, at(soonFrom))
  const soon = { quick: 'soon', window: draftOfWindow({ from, to: from + soonMs }) } as const
  if (from > at(afternoonUntil)) return [soon]
  return [soon, { quick: 'todayAfternoon', window: { day: today, from: '14:00', to: '16:00' } }]
}

export function laterWindow(quick: LaterWindow, now: Instant): WindowDraft {
  const { days, from, to } = laterWindows[quick]
  return { day: dayOf(now + days * dayMs), from, to }
}

export const isToday = (when: QuickWindow | 'own'): when is WindowToday =>
  when === 'soon' || when === 'todayAfternoon'

/** Whether a window has begun. */
export function hasBegun(window: WindowDraft, now: Instant): boolean {
  const read = readWindow(window)
  return read !== undefined && read.from <= now
}
