import { useState } from 'react'
import { useNow } from '#clock'
import { mostLessons } from '#contract/activity'
import { editorText } from '#text/activity/activityEditor'
import { lessonsText as words } from '#text/training/lessons'
import { Button } from '#ui/button/Button'
import { readWindow } from '#ui/field/windowDraft'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Maybe } from '#ui/show/Maybe'
import { ListRow, ListRows } from '#ui/show/Row'
import type { ActivityForm, CalledOff, SessionForm } from '../edit/activityFields'
import { DatesNote, faultShown } from '../edit/DatesNote'
import { closeMoved, lastOf, lessonMore } from '../edit/planDates'
import { SeriesSheet } from '../edit/SeriesSheet'
import type { SessionsCardProps } from '../edit/SessionsCard'
import { keyedSessions, sessionWords } from '../edit/sessionWords'
import { LessonSheet } from './LessonSheet'

export interface LessonsCardProps extends Pick<SessionsCardProps, 'draft' | 'remark' | 'error'> {
  onChoose: (part: Partial<Pick<ActivityForm, 'sessions' | 'closes' | 'calledOff'>>) => void
}

/** The lessons of a course, each changed in a sheet of its own; a lesson that is taken out can be made up for. */
export function LessonsCard({ draft, remark, error, onChoose }: LessonsCardProps) {
  const [open, setOpen] = useState<number | 'new' | 'series'>()
  const now = useNow()
  const { sessions, calledOff } = draft
  const put = (next: readonly SessionForm[], off: readonly CalledOff[] = calledOff) => {
    setOpen(undefined)
    const closes = closeMoved(draft, next, now)
    onChoose({ sessions: inOrder(next), closes, calledOff: off })
  }
  const close = () => setOpen(undefined)
  const last = lastOf(sessions)
  const fault = faultShown(remark, now) ?? error
  return (
    <Card title={words.title}>
      <Box className='soft small'>{words.hint}</Box>
      <Maybe>
        {sessions.length > 0 && (
          <ListRows>
            {keyedSessions(sessions).map(({ key, session, index }) => (
              <ListRow
                key={key}
                title={words.lessonOf(index + 1, sessionWords(session, now))}
                detail={words.detail(session)}
                onPress={() => setOpen(index)}
              />
            ))}
          </ListRows>
        )}
      </Maybe>
      <Maybe>
        {fault && (
          <Box className='field-error' role='alert'>
            {fault}
          </Box>
        )}
      </Maybe>
      <Maybe>{remark && <DatesNote remark={remark} now={now} onMend={onChoose} />}</Maybe>
      <Maybe>
        {calledOff.length > 0 && (
          <Box>
            {words.calledOff(
              calledOff.map(({ from }) => from),
              now,
            )}
          </Box>
        )}
      </Maybe>
      {sessions.length < mostLessons ? (
        <Box className='stack-tight'>
          <Button look='quiet' onPress={() => setOpen('new')}>
            {words.add}
          </Button>
          <Maybe>
            {last && readWindow(last.window) && (
              <Button look='quiet' onPress={() => setOpen('series')}>
                {words.series}
              </Button>
            )}
          </Maybe>
        </Box>
      ) : (
        <Box className='soft small'>{words.full(mostLessons)}</Box>
      )}
      <Maybe>
        {open === 'series' && (
          <SeriesSheet
            sessions={sessions}
            daily
            mostInAll={mostLessons}
            now={now}
            onAdd={(added) => put([...sessions, ...added])}
            onClose={close}
          />
        )}
        <LessonOpen {...{ sessions, calledOff, now, open }} onPut={put} onClose={close} />
      </Maybe>
    </Card>
  )
}

const beginOf = ({ window }: SessionForm): number => readWindow(window)?.from ?? Number.POSITIVE_INFINITY
const inOrder = (sessions: readonly SessionForm[]): SessionForm[] =>
  [...sessions].sort((a, b) => beginOf(a) - beginOf(b))

interface LessonOpenProps {
  sessions: readonly SessionForm[]
  calledOff: readonly CalledOff[]
  now: number
  open: number | 'new' | 'series' | undefined
  onPut: (next: readonly SessionForm[], off?: readonly CalledOff[]) => void
  onClose: () => void
}

/** The sheet of the lesson that is being changed or added. */
function LessonOpen({ sessions, calledOff, now, open, onPut, onClose }: LessonOpenProps) {
  const lesson = open === 'new' ? lessonMore(sessions) : typeof open === 'number' ? sessions[open] : undefined
  if (!lesson) return null
  const stays = calledOff.filter(({ lessonId }) => !sessions.some(({ makesUp }) => makesUp === lessonId))
  const remove = () => {
    const { sessionId, makesUp } = lesson
    const span = readWindow(lesson.window)
    // only a lesson that was published is called off, and one that made up for another leaves that one open
    const off = sessionId && !makesUp && span ? [{ lessonId: sessionId, from: span.from }] : []
    onPut(
      sessions.filter((_, index) => index !== open),
      [...calledOff, ...off],
    )
  }
  return (
    <LessonSheet
      lesson={lesson}
      calledOff={open === 'new' ? stays : []}
      now={now}
      onKeep={(kept) =>
        onPut(
          open === 'new'
            ? [...sessions, kept]
            : sessions.map((each, index) => (index === open ? kept : each)),
        )
      }
      onRemove={open === 'new' ? undefined : remove}
      removeWords={lesson.sessionId ? words.callOff : editorText.removeLesson}
      onClose={onClose}
    />
  )
}
