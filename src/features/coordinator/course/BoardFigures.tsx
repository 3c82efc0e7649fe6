import type { CourseBoard } from '#contract/training'
import { boardText as words } from '#text/training/board'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import './AttendanceGrid.scss'

const figures = Object.keys(words.figures) as (keyof typeof words.figures)[]

/** A course in four numbers, and what completes it. */
export function BoardFigures({ board: { totals, least, of } }: { board: CourseBoard }) {
  return (
    <Card edge='pine'>
      <Box className='course-figures'>
        {figures.map((figure) => (
          <Box key={figure}>
            <Box className='soft'>{words.figures[figure]}</Box>
            <Box className='course-figure-number'>{words.people(totals[figure])}</Box>
          </Box>
        ))}
      </Box>
      <Box>{words.least(least, of)}</Box>
    </Card>
  )
}
