import type { LessonView } from '#contract/session'
import type { Instant } from '#contract/shared/scalars'
import { courseText, lessonName, lessonStateWords, lessonWords } from '#text/training/course'
import { Folded } from '#ui/page/Folded'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Maybe } from '#ui/show/Maybe'
import './LessonRows.scss'

export interface LessonRowsProps {
  lessons: readonly LessonView[]
  now: Instant
}

/** The lessons of a course: what is still to come, and what is over folded away. */
export function LessonRows({ lessons, now }: LessonRowsProps) {
  const over = lessons.filter(({ to }) => to <= now)
  const ahead = lessons.filter(({ to }) => to > now)
  return (
    <Card title={courseText.lessons}>
      <Maybe>{ahead.length > 0 && <Lines shown={ahead} lessons={lessons} now={now} />}</Maybe>
      <Maybe>
        {over.length > 0 &&
          (ahead.length > 0 ? (
            <Folded title={courseText.lessonsOver(over.length)}>
              <Lines shown={over} lessons={lessons} now={now} />
            </Folded>
          ) : (
            <Lines shown={over} lessons={lessons} now={now} />
          ))}
      </Maybe>
    </Card>
  )
}

function Lines({ shown, lessons, now }: LessonRowsProps & { shown: readonly LessonView[] }) {
  return (
    <Box tag='ul' className='lessons'>
      {shown.map((lesson) => {
        const { lessonId, cancelled, attended } = lesson
        const state = lessonStateWords(lesson)
        return (
          <Box key={lessonId} tag='li' className={`lesson ${cancelled ? 'lesson-off' : ''}`}>
            <Box>
              <Box className='strong'>{lessonName(lesson, lessons)}</Box>
              <Box>{lessonWords(lesson, now)}</Box>
            </Box>
            {state && <Box className={`lesson-state ${attended ? 'lesson-there' : 'soft'}`}>{state}</Box>}
          </Box>
        )
      })}
    </Box>
  )
}
