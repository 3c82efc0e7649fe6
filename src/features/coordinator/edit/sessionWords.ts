import { editorText as words } from '#text/activity/activityEditor'
import { windowWords } from '#text/shared/time'
import { readWindow } from '#ui/field/windowDraft'
import type { SessionForm } from './activityForm'

export const keyOfSession = ({ sessionId, window }: SessionForm): string =>
  `${sessionId ?? ''} ${window.day} ${window.from} ${window.to}`

/** The time of a session, as far as it is chosen. */
export function sessionWords({ window }: SessionForm, now: number): string {
  const span = readWindow(window)
  return span ? windowWords(span, now) : words.sessionUnset
}
