import type { VacancyDetail } from '#contract/vacancy'
import { activityDetail } from '#routes'
import { vacancyText as words } from '#text/vacancy/vacancy'
import { LineButton } from '#ui/button/LineButton'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Cell } from '#ui/show/Row'

/** What the work is, for how much, when and where, and for whom. */
export function VacancyFacts({ vacancy }: { vacancy: VacancyDetail }) {
  const { title, firm, place, payText, hoursText, validTo, count, activityId, courseTitle } = vacancy
  return (
    <Card title={title} edge='pine'>
      <Box>
        <Cell name={words.pay}>{payText}</Cell>
        <Cell name={words.hours}>{hoursText}</Cell>
        <Cell name={words.place}>{place}</Cell>
        <Cell name={words.firm}>{firm}</Cell>
        {count !== undefined && <Cell name={words.count}>{words.countOf(count)}</Cell>}
        <Cell name={words.until}>{words.untilOf(validTo)}</Cell>
      </Box>
      {vacancy.words !== undefined && <Box className='paragraph'>{vacancy.words}</Box>}
      {activityId !== undefined && courseTitle !== undefined && (
        <LineButton to={activityDetail(activityId)}>{words.courseWay(courseTitle)}</LineButton>
      )}
    </Card>
  )
}
