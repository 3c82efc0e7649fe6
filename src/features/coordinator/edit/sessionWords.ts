import { editorText as words } from '#text/activity/activityEditor'
import { windowWords } from '#text/shared/time'
import { readWindow } from '#ui/field/windowDraft'
import type { SessionForm } from './activityFields'

/** Each session with a key of its own, also where two are at the same time. */
export function keyedSessions(
  sessions: readonly SessionForm[],
): { key: string; session: SessionForm; index: number }[] {
  const seen = new Map<string, number>()
  return sessions.map((session, index) => {
    const { sessionId = '', window } = session
    const key = `${sessionId} ${window.day} ${window.from} ${window.to}`
    const nth = (seen.get(key) ?? 0) + 1
    seen.set(key, nth)
    return { key: `${key} ${nth}`, session, index }
  })
}

/** The time of a session, as far as it is chosen. */
export function sessionWords({ window }: SessionForm, now: number): string {
  const span = readWindow(window)
  return span ? windowWords(span, now) : words.sessionUnset
}
