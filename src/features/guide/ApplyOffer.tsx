import type { PublicationDetail } from '#contract/publication'
import { guideApplication } from '#routes'
import { guideText } from '#text/guide/guide'
import { Button } from '#ui/button/Button'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'

const words = guideText.apply

/** Whether one may answer this edition's questions: it is the present one, it stands, and it asks some. */
export const takesApplications = ({ kind, state, edition, newer, content }: PublicationDetail): boolean =>
  kind === 'guide' &&
  state === 'published' &&
  edition > 0 &&
  newer === undefined &&
  (content.questions ?? []).length > 0

/** Leads to a guide's questions. Who may not answer them is told there what to do. */
export function ApplyOffer({ guide: { publicationId, content } }: { guide: PublicationDetail }) {
  const { questions = [], stages = [] } = content
  return (
    <Card title={words.title} edge='cinnabar'>
      <Box>{words.text(questions.length)}</Box>
      {stages.length > 0 && <Box className='soft'>{words.stages(stages)}</Box>}
      <Button to={guideApplication(publicationId)}>{words.action}</Button>
    </Card>
  )
}
