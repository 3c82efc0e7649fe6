import { useRead } from '#cloud/call/useRead'
import type { CourseBoard } from '#contract/training'
import { courseStock, courseSubsidy, routes } from '#routes'
import { boardText as words } from '#text/training/board'
import { Card } from '#ui/show/Card'
import { ListRow, ListRows } from '#ui/show/Row'

export interface CourseBesideProps {
  activityId: string
  board: Pick<CourseBoard, 'materials' | 'subsidy'>
}

/** What a course has beside its lessons, each in a line with the way to its page: materials, money, work. */
export function CourseBeside({ activityId, board: { materials, subsidy } }: CourseBesideProps) {
  const [read] = useRead('placement.figures', {})
  const placed =
    read.state === 'ready' ? read.data.courses.find((course) => course.activityId === activityId)?.placed : 0
  return (
    <Card title={words.beside}>
      <ListRows>
        <ListRow title={words.stock} detail={words.stockDetail(materials)} to={courseStock(activityId)} />
        <ListRow title={words.subsidy} detail={words.subsidyDetail(subsidy)} to={courseSubsidy(activityId)} />
        <ListRow title={words.placed} detail={words.placedDetail(placed ?? 0)} to={routes.vacancyBoard} />
      </ListRows>
    </Card>
  )
}
