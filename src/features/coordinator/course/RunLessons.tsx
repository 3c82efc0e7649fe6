import { useNow } from '#clock'
import type { LessonView } from '#contract/session'
import { coordinatorCourse, coordinatorDoor, coordinatorRoster } from '#routes'
import { coordinatorText } from '#text/activity/coordinator'
import { boardText } from '#text/training/board'
import { lessonName, lessonWords } from '#text/training/course'
import { lessonsText as words } from '#text/training/lessons'
import { Button } from '#ui/button/Button'
import { Maybe } from '#ui/show/Maybe'
import { ListRow, ListRows } from '#ui/show/Row'

export interface RunLessonsProps {
  sessionId: string
  activityId: string
  lessons: readonly LessonView[]
}

/** The lessons of a course, each with the way to its door, or to its list once it is over. */
export function RunLessons({ sessionId, activityId, lessons }: RunLessonsProps) {
  const now = useNow()
  const live = lessons.filter(({ cancelled }) => !cancelled)
  const next = live.find(({ to }) => to > now)
  return (
    <>
      <Maybe>
        {next && (
          <Button look='pine' to={coordinatorDoor(sessionId, next.lessonId)}>
            {words.doorOf(lessonName(next, lessons))}
          </Button>
        )}
      </Maybe>
      <ListRows>
        {live.map((lesson) => (
          <ListRow
            key={lesson.lessonId}
            title={`${lessonName(lesson, lessons)} · ${coordinatorText.roster}`}
            detail={lessonWords(lesson, now)}
            to={coordinatorRoster(sessionId, activityId, lesson.lessonId)}
          />
        ))}
        <ListRow
          icon='stamp'
          title={boardText.entry}
          detail={boardText.entryDetail}
          to={coordinatorCourse(activityId)}
        />
      </ListRows>
    </>
  )
}
