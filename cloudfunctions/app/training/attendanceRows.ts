import { wallClock } from '#contract/shared/wallClock'
import type { BoardLesson, CourseBoard, TraineeRow } from '#contract/training'

/** What a cell says: there, not there, or nothing where nobody has said so. */
const mark = (attended: boolean | undefined): string => (attended === undefined ? '' : attended ? '✓' : '—')

/** `第 2 课 11月25日`, and whether it makes up for that lesson. */
function headOf({ number, from, makesUp }: BoardLesson): string {
  const day = wallClock(from).format('M月D日')
  return `第 ${number} 课${makesUp === undefined ? '' : '补'} ${day}`
}

/** The lessons that take place. */
const held = ({ lessons }: CourseBoard): BoardLesson[] => lessons.filter(({ cancelled }) => !cancelled)

/** The attendance of a course as rows of a sheet: people by lessons, how many lessons each was at, who completed it. */
export function attendanceRows(board: CourseBoard, more?: { head: string; of: (row: TraineeRow) => string }) {
  const lessons = held(board)
  const heads = ['序号', '姓名', ...lessons.map(headOf), `上了几课（共 ${board.of} 课）`, '结业']
  const rows = board.rows.map((row, index) => [
    index + 1,
    row.name,
    ...lessons.map(({ lessonId }) => mark(row.attended[lessonId])),
    row.count,
    row.certificateNo !== undefined && !row.revoked ? '结业' : '',
    ...(more ? [more.of(row)] : []),
  ])
  return {
    rows: [more ? [...heads, more.head] : heads, ...rows],
    widths: [6, 14, ...lessons.map(() => 12), 12, 8, 16],
  }
}
