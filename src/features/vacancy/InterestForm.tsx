import { useForm } from '#cloud/call/useForm'
import { type StepCourse, useStep } from '#cloud/call/useStep'
import { useDraft } from '#cloud/kept/useDraft'
import type { VacancyDetail } from '#contract/vacancy'
import { interestText as words } from '#text/vacancy/vacancy'
import { Choice } from '#ui/choice/Choice'
import { showFirstFault } from '#ui/field/showFirstFault'
import { FormFoot } from '#ui/form/FormFoot'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { wayOvertaken } from './placementSteps'

export interface InterestFormProps {
  vacancy: VacancyDetail
  course: StepCourse
}

/** Says that the person wants to go. Whether the firm may have their number is a question of its own, without an answer at first. */
export function InterestForm({ vacancy, course }: InterestFormProps) {
  const { vacancyId, firm, consentDays, mine } = vacancy
  const step = useStep('placement.interest', course, wayOvertaken)
  const form = useForm(useDraft<{ consent?: 'yes' | 'no' }>({}), {
    check: ({ consent }) =>
      consent === undefined
        ? { faults: { consent: words.consentMissing } }
        : { input: { vacancyId, consent: consent === 'yes' } },
    mends: true,
    atFault: showFirstFault,
    by: step.saying(() => words.done),
  })
  return (
    <Card title={words.title} edge='cinnabar'>
      <Box>{mine ? words.again : words.lead}</Box>
      <Choice
        label={words.consent}
        options={words.options(firm, consentDays)}
        chosen={form.draft.consent}
        onChoose={(consent) => form.choose({ consent })}
        error={form.faults.consent}
        tall
      />
      <FormFoot form={form} action={words.action} />
    </Card>
  )
}
