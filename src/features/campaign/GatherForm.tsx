import { useForm } from '#cloud/call/useForm'
import { type StepCourse, useStep } from '#cloud/call/useStep'
import { useDraft } from '#cloud/kept/useDraft'
import type { Community } from '#contract/community'
import type { RequestCard } from '#contract/request'
import { campaignRunText as words } from '#text/campaign/campaign'
import { fullDateWords } from '#text/shared/time'
import { ManyChoice } from '#ui/choice/ManyChoice'
import { showFirstFault } from '#ui/field/showFirstFault'
import { FormFoot } from '#ui/form/FormFoot'
import { campaignOvertaken } from './campaignOvertaken'

/** A request in a line, as far as the reader may know it. */
export function requestLine(
  { title, estateId, filedAt, supporters }: RequestCard,
  estates: Community['estates'],
): string {
  const estate = estates.find((each) => each.estateId === estateId)?.name ?? ''
  return words.openLine([title, estate, fullDateWords(filedAt), words.supporters(supporters)])
}

export interface GatherFormProps {
  publicationId: string
  requests: readonly RequestCard[]
  estates: Community['estates']
  /** The estates that the campaign is for: what is there is chosen at first. */
  meant: readonly string[]
  course: StepCourse
}

/** Requests that could come to a campaign, to be ticked. */
export function GatherForm({ publicationId, requests, estates, meant, course }: GatherFormProps) {
  const step = useStep('campaign.gather', course, campaignOvertaken)
  const first = requests.filter(({ estateId }) => estateId !== undefined && meant.includes(estateId))
  const form = useForm(useDraft<{ chosen: string[] }>({ chosen: first.map(({ requestId }) => requestId) }), {
    check: ({ chosen }) =>
      chosen.length === 0
        ? { faults: { chosen: words.gatherMissing } }
        : { input: { publicationId, requestIds: chosen } },
    mends: true,
    atFault: showFirstFault,
    by: step.saying(({ left }) => words.gathered(left.length)),
  })
  const { chosen } = form.draft
  const toggle = (id: string) =>
    form.choose({
      chosen: chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id],
    })
  return (
    <>
      <ManyChoice
        label={words.open}
        hint={words.openHint}
        options={requests.map((request, index) => ({
          value: request.requestId,
          // alike ones are told apart by their number
          title: `${index + 1}. ${requestLine(request, estates)}`,
        }))}
        chosen={chosen}
        onToggle={toggle}
        error={form.faults.chosen}
      />
      <FormFoot form={form} action={words.gather(chosen.length)} />
    </>
  )
}
