import * as v from 'valibot'
import type { StepCourse } from '#cloud/call/useStep'
import { saySent, useKeptReport } from '#cloud/kept/useKeptReport'
import { type SessionCheckedIn, sessionCheckIn } from '#contract/session'
import { useActivityStep } from '#features/activity/detail/activityCourse'
import { checkInText } from '#text/session/checkIn'
import { CodeEntry } from '#ui/field/CodeEntry'

export const isAttendanceCode = v.is.bind(undefined, sessionCheckIn.entries.code)

/** Six digits and the space that people may type between two groups. */
export const digitsAndSpace = 11

/** Checks the party in with the code on the coordinator's screen. Without a network the phone keeps the report. */
export function SessionCheckIn({
  sessionId,
  lessonId,
  course,
}: {
  sessionId: string
  /** The lesson of a course at whose door it is. */
  lessonId?: string | undefined
  course: StepCourse
}) {
  const { take, busy, failure } = useActivityStep('session.checkIn', course)
  const about = { sessionId, ...(lessonId && { lessonId }) }
  const done = ({ noted }: SessionCheckedIn) => (noted ? checkInText.noted : checkInText.done)
  const kept = useKeptReport({
    keptUnder: `session:${lessonId ?? sessionId}`,
    op: 'session.checkIn',
    about,
    send: (report) => take({ ...about, ...report }, done),
    onSent: saySent(course, done),
  })
  return (
    <CodeEntry
      {...kept}
      words={checkInText}
      isCode={isAttendanceCode}
      maxLength={digitsAndSpace}
      busy={busy}
      failure={failure}
    />
  )
}
