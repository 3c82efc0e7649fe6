import type { CourseBoard } from '#contract/training'

export interface CoursePaperProps {
  board: CourseBoard
}

/** WeChat cannot print. The page says to open it on a computer. */
export function CoursePaper(_props: CoursePaperProps) {
  return null
}
