import { wallClock } from '#contract/shared/wallClock'
import { cellText, boardText as words } from '#text/training/board'
import { lessonName } from '#text/training/course'
import { Box } from '#ui/show/Box'
import { cellsOf, completionStanding, heldLessons } from './boardRows'
import type { CoursePaperProps } from './CoursePaper'
import '#ui/device/paper.scss'
import './CoursePaper.scss'

/** The attendance of a course on A4: people by lessons, with room to tick by hand. */
export function CoursePaper({ board }: CoursePaperProps) {
  const { title, place, rows, least, of, lessons: all } = board
  const lessons = heldLessons(board)
  return (
    <Box className='paper course-paper' silent>
      <Box className='paper-title'>{title}</Box>
      <Box>{`${place} · ${words.least(least, of)}`}</Box>
      <table className='paper-table'>
        <thead>
          <tr>
            <th>{words.paper.name}</th>
            {lessons.map((lesson) => (
              <th key={lesson.lessonId} className='course-paper-lesson'>
                {lessonName(lesson, all)}
                <br />
                {wallClock(lesson.from).format('M.D')}
              </th>
            ))}
            <th>{words.paper.count}</th>
            <th>{words.paper.done}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.memberId}>
              <td className='paper-name'>{row.name}</td>
              {cellsOf(row, lessons).map(({ lesson, state }) => (
                <td key={lesson.lessonId} className='course-paper-cell'>
                  {cellText[state]}
                </td>
              ))}
              <td className='course-paper-cell'>{words.count(row.count, of)}</td>
              <td>{completionStanding(row, least)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Box>
  )
}
