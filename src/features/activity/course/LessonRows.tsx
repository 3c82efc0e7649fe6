import type { StepCourse } from '#cloud/call/useStep'
import type { LessonView } from '#contract/session'
import type { Instant } from '#contract/shared/scalars'
import { courseText, lessonName, lessonStateWords, lessonWords } from '#text/training/course'
import { Folded } from '#ui/page/Folded'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Maybe } from '#ui/show/Maybe'
import { AppealStep } from '../session/AppealStep'
import './LessonRows.scss'

export interface LessonRowsProps {
  lessons: readonly LessonView[]
  sessionId: string
  course: StepCourse
  now: Instant
}

/** The lessons of a course: what is still to come, and what is over folded away. */
export function LessonRows({ lessons, sessionId, course, now }: LessonRowsProps) {
  const missed = lessons.find(({ mayExplain }) => mayExplain)
  const over = lessons.filter(({ to }) => to <= now)
  const ahead = lessons.filter(({ to }) => to > now)
  return (
    <Card title={courseText.lessons}>
      <Maybe>
        {missed && (
          <Box className='stack-tight'>
            <Box>{courseText.missed(lessonName(missed, lessons))}</Box>
            <AppealStep sessionId={sessionId} lessonId={missed.lessonId} course={course} />
          </Box>
        )}
      </Maybe>
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

interface LinesProps extends Pick<LessonRowsProps, 'lessons' | 'now'> {
  shown: readonly LessonView[]
}

function Lines({ shown, lessons, now }: LinesProps) {
  return (
    <Box tag='ul' className='lessons'>
      {shown.map((lesson) => {
        const { lessonId, cancelled, attended, appeal } = lesson
        const state = lessonStateWords(lesson)
        return (
          <Box key={lessonId} tag='li' className={`lesson ${cancelled ? 'lesson-off' : ''}`}>
            <Box>
              <Box className='strong'>{lessonName(lesson, lessons)}</Box>
              <Box>{lessonWords(lesson, now)}</Box>
              {appeal && <Box className='soft'>{courseText.appealed(appeal)}</Box>}
            </Box>
            {state && <Box className={`lesson-state ${attended ? 'lesson-there' : 'soft'}`}>{state}</Box>}
          </Box>
        )
      })}
    </Box>
  )
}
