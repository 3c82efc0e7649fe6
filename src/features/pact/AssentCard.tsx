import { type StepCourse, useStep } from '#cloud/call/useStep'
import type { PactShown, PublicationDetail } from '#contract/publication'
import { pactText as words } from '#text/pact/pact'
import { Button } from '#ui/button/Button'
import { LineButton } from '#ui/button/LineButton'
import { Failure } from '#ui/form/Failure'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { pactOvertaken } from './overtaken'

export interface AssentCardProps {
  publication: Pick<PublicationDetail, 'publicationId' | 'edition' | 'newer' | 'state'>
  pact: PactShown
  course: StepCourse
}

/** How many stand behind an edition; of the present one, the reader may be one of them. */
export function AssentCard({ publication, pact, course }: AssentCardProps) {
  const { publicationId, edition, newer, state } = publication
  const step = useStep('pact.assent', course, pactOvertaken)
  const stands = newer === undefined && state === 'published'
  return (
    <Card title={words.title}>
      <Box className='strong'>{words.counts(pact.assents, pact.paper)}</Box>
      <Box className='soft'>{words.nameless}</Box>
      {stands && <Failure>{step.failure}</Failure>}
      {stands && pact.assented && <Box>{words.assented}</Box>}
      {stands &&
        (pact.assented ? (
          <LineButton
            onPress={() => step.take({ publicationId, edition, assents: false }, () => words.done.takeBack)}
          >
            {words.takeBack}
          </LineButton>
        ) : (
          <Button
            busy={step.busy}
            onPress={() => step.take({ publicationId, edition }, () => words.done.assent)}
          >
            {words.assent}
          </Button>
        ))}
    </Card>
  )
}
