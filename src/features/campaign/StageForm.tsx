import { useForm } from '#cloud/call/useForm'
import { type StepCourse, useStep } from '#cloud/call/useStep'
import { useDraft } from '#cloud/kept/useDraft'
import type { CampaignShown } from '#contract/campaign'
import { campaignRunText as words } from '#text/campaign/campaign'
import { Choice } from '#ui/choice/Choice'
import { showFirstFault } from '#ui/field/showFirstFault'
import { ParagraphField } from '#ui/field/TextField'
import { FormFoot } from '#ui/form/FormFoot'
import { Card } from '#ui/show/Card'
import { campaignOvertaken } from './campaignOvertaken'

export interface StageFormProps {
  publicationId: string
  campaign: Pick<CampaignShown, 'stages' | 'reached'>
  course: StepCourse
}

/** Says how far a campaign has come, with words for everybody. */
export function StageForm({ publicationId, campaign, course }: StageFormProps) {
  const { stages, reached } = campaign
  const step = useStep('campaign.stage', course, campaignOvertaken)
  const last = reached[reached.length - 1]?.stage
  const form = useForm(
    useDraft<{ stage: string | undefined; said: string }>({
      stage: last === undefined ? undefined : String(last),
      said: '',
    }),
    {
      check: ({ stage, said }) => {
        const written = said.trim()
        if (stage === undefined) return { faults: { stage: words.stageMissing } }
        return { input: { publicationId, stage: Number(stage), ...(written !== '' && { words: written }) } }
      },
      mends: true,
      atFault: showFirstFault,
      by: step.saying(() => words.staged),
    },
  )
  return (
    <Card title={words.stage}>
      <Choice
        label={words.stageOf}
        options={stages.map((title, index) => ({ value: String(index), title }))}
        chosen={form.draft.stage}
        onChoose={(stage) => form.choose({ stage })}
        error={form.faults.stage}
      />
      <ParagraphField
        label={words.stageWords}
        hint={words.stageHint}
        optional
        maxLength={300}
        onText={(said) => form.write({ said })}
      />
      <FormFoot form={form} action={words.stageAction} look='pine' />
    </Card>
  )
}
