import { useNow } from '#clock'
import { mostLessons } from '#contract/activity'
import { editorText } from '#text/activity/activityEditor'
import { lessonsText as words } from '#text/training/lessons'
import { readWindow } from '#ui/field/windowDraft'
import { Box } from '#ui/show/Box'
import type { ActivityForm, CalledOff, SessionForm } from '../edit/activityFields'
import { DatedParts } from '../edit/DatedParts'
import { closeMoved, lessonMore } from '../edit/planDates'
import type { SessionsCardProps } from '../edit/SessionsCard'
import { sessionWords } from '../edit/sessionWords'
import { LessonSheet } from './LessonSheet'

export interface LessonsCardProps extends Pick<SessionsCardProps, 'draft' | 'remark' | 'error'> {
  onChoose: (part: Partial<Pick<ActivityForm, 'sessions' | 'closes' | 'calledOff'>>) => void
}

/** The lessons of a course, each changed in a sheet of its own; a lesson that is taken out can be made up for. */
export function LessonsCard({ draft, remark, error, onChoose }: LessonsCardProps) {
  const now = useNow()
  const { sessions, calledOff } = draft
  const missing = calledOff.filter(({ lessonId }) => !sessions.some(({ makesUp }) => makesUp === lessonId))
  return (
    <DatedParts
      words={words}
      parts={sessions}
      most={mostLessons}
      daily
      rowOf={(lesson, index) => ({
        title: words.lessonOf(index + 1, sessionWords(lesson, now)),
        detail: words.detail(lesson),
      })}
      {...{ remark, error }}
      another={() => lessonMore(sessions)}
      onMend={onChoose}
      onPut={(next, removed) =>
        onChoose({
          sessions: inOrder(next),
          closes: closeMoved(draft, next, now),
          calledOff: [...calledOff, ...(removed ? offBy(removed) : [])],
        })
      }
      sheetOf={({ part, keep, remove, close }) => (
        <LessonSheet
          lesson={part}
          calledOff={remove ? [] : missing}
          now={now}
          onKeep={keep}
          onRemove={remove}
          removeWords={part.sessionId ? words.callOff : editorText.removeLesson}
          onClose={close}
        />
      )}
    >
      {missing.length > 0 && (
        <Box>
          {words.calledOff(
            missing.map(({ from }) => from),
            now,
          )}
        </Box>
      )}
    </DatedParts>
  )
}

const beginOf = ({ window }: SessionForm): number => readWindow(window)?.from ?? Number.POSITIVE_INFINITY
const inOrder = (sessions: readonly SessionForm[]): SessionForm[] =>
  [...sessions].sort((a, b) => beginOf(a) - beginOf(b))

/** Only a lesson that was published is called off, and one that made up for another leaves that one open. */
function offBy({ sessionId, makesUp, window }: SessionForm): CalledOff[] {
  const span = readWindow(window)
  return sessionId && !makesUp && span ? [{ lessonId: sessionId, from: span.from }] : []
}
