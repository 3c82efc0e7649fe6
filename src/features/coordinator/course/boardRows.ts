import type { BoardLesson, CourseBoard, TraineeRow } from '#contract/training'
import { boardText as words } from '#text/training/board'

/** What stands of one trainee at one lesson. */
export type CellState = 'there' | 'absent' | 'unsaid'

export interface LessonCell {
  lesson: BoardLesson
  state: CellState
}

/** The lessons that take place, in their order. */
export const heldLessons = ({ lessons }: Pick<CourseBoard, 'lessons'>): BoardLesson[] =>
  lessons.filter(({ cancelled }) => !cancelled)

/** A trainee by all lessons that take place. */
export const cellsOf = ({ attended }: TraineeRow, lessons: readonly BoardLesson[]): LessonCell[] =>
  lessons.map((lesson) => {
    const said = attended[lesson.lessonId]
    return { lesson, state: said === undefined ? 'unsaid' : said ? 'there' : 'absent' }
  })

/** How a trainee stands, in a word or two; empty while nothing is decided. */
export function completionStanding(row: TraineeRow, least: number): string {
  const { standing } = words
  if (row.certificateNo) return row.revoked ? standing.revoked : standing.completed
  if (row.count >= least) return standing.enough
  return row.state === 'confirmed' ? '' : standing.left
}

/** What a screen reader says of a row. */
export function spokenRow(row: TraineeRow, { of, least, ...board }: CourseBoard): string {
  const absent = cellsOf(row, heldLessons(board)).filter(({ state }) => state === 'absent')
  const numbers = [...new Set(absent.map(({ lesson }) => lesson.number))]
  return [words.spoken(row.name, row.count, of, numbers), completionStanding(row, least)]
    .filter(Boolean)
    .join('，')
}
