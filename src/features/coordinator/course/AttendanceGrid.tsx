import type { CourseBoard, TraineeRow } from '#contract/training'
import { boardText, cellText } from '#text/training/board'
import { Box } from '#ui/show/Box'
import { Words } from '#ui/show/Words'
import { cellsOf, completionStanding, heldLessons, spokenRow } from './boardRows'
import './AttendanceGrid.scss'

/** Who was at which lesson, as a picture: a line for each trainee, a cell for each lesson. It is read out line by line. */
export function AttendanceGrid({ board }: { board: CourseBoard }) {
  return (
    <Box tag='ul' className='attendance'>
      {board.rows.map((row) => (
        <Trainee key={row.memberId} row={row} board={board} />
      ))}
    </Box>
  )
}

function Trainee({ row, board }: { row: TraineeRow; board: CourseBoard }) {
  const { least, of } = board
  const standing = completionStanding(row, least)
  const good = row.certificateNo !== undefined && !row.revoked
  return (
    <Box tag='li' className='attendance-row' role='listitem'>
      <Box role='img' label={spokenRow(row, board)} className='attendance-line'>
        <Box className='attendance-who' silent>
          <Words className='attendance-name'>{row.name}</Words>
          <Words className={`attendance-count ${row.count >= least ? 'attendance-enough' : ''}`}>
            {boardText.count(row.count, of)}
          </Words>
          {standing && (
            <Words className={`attendance-standing ${good ? 'attendance-enough' : ''}`}>{standing}</Words>
          )}
        </Box>
        <Box className='attendance-cells' silent>
          {cellsOf(row, heldLessons(board)).map(({ lesson, state }) => (
            <Box key={lesson.lessonId} className={`attendance-cell attendance-${state}`}>
              <Words className='attendance-mark'>{cellText[state]}</Words>
              <Words className='attendance-number'>{lesson.number}</Words>
            </Box>
          ))}
        </Box>
      </Box>
    </Box>
  )
}
