import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useNow } from '#clock'
import { useRead } from '#cloud/call/useRead'
import type { CourseBoard } from '#contract/training'
import { AttendanceGrid } from '#features/coordinator/course/AttendanceGrid'
import { BoardFigures } from '#features/coordinator/course/BoardFigures'
import { heldLessons } from '#features/coordinator/course/boardRows'
import { CompleteStep } from '#features/coordinator/course/CompleteStep'

import { CourseBeside } from '#features/coordinator/course/CourseBeside'

import { CoursePaper } from '#features/coordinator/course/CoursePaper'
import { WalkInsCard, walkInsOf } from '#features/coordinator/course/WalkInsCard'
import { ExportSheet } from '#features/coordinator/roster/ExportSheet'
import { coordinatorActivity, coordinatorRoster, routes } from '#routes'
import { coordinatorText } from '#text/activity/coordinator'
import { titles } from '#text/shared/titles'
import { boardText as words } from '#text/training/board'
import { lessonName, lessonWords } from '#text/training/course'
import { Button } from '#ui/button/Button'
import { canPrint, printPage } from '#ui/device/print'
import { TakeAlong } from '#ui/device/TakeAlong'
import { Banner } from '#ui/page/Banner'
import { Screen } from '#ui/page/Screen'
import { Empty, StateView } from '#ui/page/StateView'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Maybe } from '#ui/show/Maybe'
import { ListRow, ListRows } from '#ui/show/Row'

/** A course as its coordinator looks back on it: who was at which lesson, and who completes it. */
export default function CoursePage() {
  const { id: activityId = '' } = useRouter().params
  const [read, refresh] = useRead('training.board', { activityId }, { wait: !activityId })
  const [done, setDone] = useState<string>()
  const [exporting, setExporting] = useState(false)
  const finish = (sentence: string) => {
    setDone(sentence)
    void refresh()
  }
  if (!activityId || (read.state === 'failed' && read.code === 'not_found'))
    return (
      <Screen title={titles.coordinatorCourse}>
        <Empty title={words.none.title} text={words.none.text}>
          <Button look='quiet' to={routes.coordinator}>
            {words.none.action}
          </Button>
        </Empty>
      </Screen>
    )
  return (
    <Screen
      title={coordinatorText.titleOf(
        titles.coordinatorCourse,
        read.state === 'ready' ? read.data.title : undefined,
      )}
    >
      <Maybe>{done && <Banner tone='good'>{done}</Banner>}</Maybe>
      <StateView of={read} onRetry={refresh}>
        {(board) => (
          <>
            <Box className='stack not-printed'>
              <BoardFigures board={board} />
              <Untaken activityId={activityId} board={board} />
              <CompleteStep
                activityId={activityId}
                board={board}
                onCompleted={(count) => finish(words.completed(count))}
              />
              <Attendance board={board} activityId={activityId} />
              <Maybe>
                {walkInsOf(board).length > 0 && <WalkInsCard board={board} onAdmitted={finish} />}
              </Maybe>
              <CourseBeside activityId={activityId} board={board} />
              <Lessons activityId={activityId} board={board} />
              <TakeAlong
                words={{ ...words, printOnComputer: coordinatorText.printOnComputer }}
                onExport={() => setExporting(true)}
                onPrint={printPage}
              />
            </Box>
            {canPrint && <CoursePaper board={board} />}
            <Maybe>
              {exporting && (
                <ExportSheet
                  sessionId={board.sessionId}
                  onPhones={() => {}}
                  onExported={() => {
                    setExporting(false)
                    setDone(words.exported)
                  }}
                  onClose={() => setExporting(false)}
                />
              )}
            </Maybe>
          </>
        )}
      </StateView>
    </Screen>
  )
}

interface BoardProps {
  activityId: string
  board: CourseBoard
}

/** The lessons that are over and at which nobody took attendance, each with the way to its list. */
function Untaken({ activityId, board }: BoardProps) {
  const { lessons, sessionId, untaken } = board
  if (untaken.length === 0) return null
  return (
    <Card title={words.untakenTitle} edge='ochre'>
      <Box>{words.untaken(untaken.length)}</Box>
      <ListRows>
        {lessons
          .filter(({ lessonId }) => untaken.includes(lessonId))
          .map((lesson) => (
            <ListRow
              key={lesson.lessonId}
              icon='alert'
              title={words.takeNow(lessonName(lesson, lessons))}
              to={coordinatorRoster(sessionId, activityId, lesson.lessonId)}
            />
          ))}
      </ListRows>
    </Card>
  )
}

function Attendance({ activityId, board }: BoardProps) {
  return (
    <Card title={words.grid}>
      {board.rows.length > 0 ? (
        <>
          <Box className='soft small'>{words.gridHint}</Box>
          <AttendanceGrid board={board} />
        </>
      ) : (
        <Empty title={words.nobody} text={words.nobodyText}>
          <Button look='quiet' to={coordinatorActivity(activityId)}>
            {coordinatorText.rosterEmpty.activity}
          </Button>
        </Empty>
      )}
    </Card>
  )
}

function Lessons({ activityId, board }: BoardProps) {
  const now = useNow()
  const { lessons, sessionId } = board
  return (
    <Card title={words.lessons}>
      <ListRows>
        {heldLessons(board).map((lesson) => {
          const { came, taken, closed, over } = lesson
          return (
            <ListRow
              key={lesson.lessonId}
              title={`${lessonName(lesson, lessons)} · ${words.lessonDetail(came, taken, closed, over)}`}
              detail={lessonWords(lesson, now)}
              to={coordinatorRoster(sessionId, activityId, lesson.lessonId)}
            />
          )
        })}
      </ListRows>
    </Card>
  )
}
