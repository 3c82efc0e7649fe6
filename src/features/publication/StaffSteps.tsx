import { type StepCourse, useStep } from '#cloud/call/useStep'
import type { PublicationDetail } from '#contract/publication'
import type { RefusalCode } from '#contract/shared/refusal'
import { publicationEditor, routes } from '#routes'
import { publicationRunText as words } from '#text/publication/writing'
import { Button } from '#ui/button/Button'
import { ReasonButton } from '#ui/button/ReasonButton'
import { Failure } from '#ui/form/Failure'
import { go } from '#ui/go/go'
import { Banner } from '#ui/page/Banner'
import { Box } from '#ui/show/Box'
import { Heading } from '#ui/show/Heading'
import { Maybe } from '#ui/show/Maybe'
import { PublicationWords } from './PublicationWords'

const overtaken: readonly RefusalCode[] = ['conflict', 'nothing_waits', 'not_a_draft', 'publication_over']

export interface StaffStepsProps {
  publication: PublicationDetail
  course: StepCourse
}

/** What waits for a second word, and what whoever writes may do next; nothing for everybody else. */
export function StaffSteps({ publication, course }: StaffStepsProps) {
  const { publicationId, rev, steps, proposed, returned } = publication
  const approve = useStep('publication.approve', course, overtaken)
  const publish = useStep('publication.publish', course, overtaken)
  const sendBack = useStep('publication.return', course, overtaken)
  const retire = useStep('publication.retire', course, overtaken)
  if (steps.every((step) => step === 'say')) return null
  return (
    <Box tag='section' className='stack'>
      {proposed && (
        <Box className='stack-tight'>
          <Banner tone='plain'>
            {proposed.own ? words.waitsOwn : words.waits(proposed.who, proposed.at)}
          </Banner>
          {publication.edition > 0 && (
            <>
              <Heading>{words.compare}</Heading>
              <PublicationWords content={proposed.content} />
            </>
          )}
        </Box>
      )}
      {returned && <Banner tone='plain'>{words.returned(returned)}</Banner>}
      <Failure>{approve.failure ?? publish.failure}</Failure>
      <Maybe>
        {steps.includes('approve') && (
          <Button
            busy={approve.busy}
            onPress={() => approve.take({ publicationId, rev }, () => words.approved)}
          >
            {words.approve}
          </Button>
        )}
        {steps.includes('publish') && (
          <Button
            busy={publish.busy}
            onPress={() =>
              publish.take({ publicationId, rev }, ({ edition }) =>
                edition > 0 ? words.published : words.proposed,
              )
            }
          >
            {words.publish}
          </Button>
        )}
        {steps.includes('edit') && (
          <Button look='quiet' to={publicationEditor(publicationId)}>
            {words.edit}
          </Button>
        )}
        {steps.includes('return') && (
          <ReasonButton
            open={words.sendBack}
            title={words.sendBackTitle}
            text={words.sendBackText}
            label={words.sendBackLabel}
            reasons={words.sendBackReasons}
            action={words.sendBack}
            step={sendBack}
            onReason={async (reason) =>
              (await sendBack.take({ publicationId, reason }, () => words.sentBack))?.ok === true
            }
          />
        )}
        {steps.includes('retire') && (
          <ReasonButton
            open={words.retire}
            title={words.retireTitle}
            text={words.retireText}
            label={words.retireLabel}
            reasons={words.retireReasons}
            action={words.retire}
            step={retire}
            onReason={async (reason) => {
              const done = (await retire.take({ publicationId, reason }, () => words.retired))?.ok === true
              if (done && publication.edition === 0) go(routes.publicationBoard)
              return done
            }}
          />
        )}
      </Maybe>
    </Box>
  )
}
