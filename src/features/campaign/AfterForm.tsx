import { useForm } from '#cloud/call/useForm'
import { type StepCourse, useStep } from '#cloud/call/useStep'
import { useDraft } from '#cloud/kept/useDraft'
import { usePictures } from '#cloud/picture/usePictures'
import { manyPictures } from '#contract/file'
import type { RawInputOf } from '#contract/operations'
import type { PublicationDetail } from '#contract/publication'
import { campaignRunText as words } from '#text/campaign/campaign'
import { PicturesField } from '#ui/field/PicturesField'
import { showFirstFault } from '#ui/field/showFirstFault'
import { FormFoot } from '#ui/form/FormFoot'
import { Card } from '#ui/show/Card'
import { campaignOvertaken } from './campaignOvertaken'

export interface AfterFormProps {
  campaign: PublicationDetail
  course: StepCourse
}

/** Pictures of how it is now: they come to the campaign's text by a new edition. */
export function AfterForm({ campaign, course }: AfterFormProps) {
  const { publicationId, rev, content } = campaign
  const { afterFileIds = [] } = content
  const most = manyPictures - afterFileIds.length
  const { held, tray } = usePictures(`campaign:${publicationId}`, { purpose: 'publication_photo', most })
  const step = useStep('publication.edit', course, [...campaignOvertaken, 'conflict'])
  const form = useForm(useDraft({}), {
    check: () => {
      if (held.pictures.length === 0) return { faults: { whole: words.afterMissing } }
      const input: RawInputOf<'publication.edit'> = { publicationId, rev }
      return { input }
    },
    atFault: showFirstFault,
    by: step.saying(() => words.afterDone),
    pictures: {
      tray,
      into: (input, { fileIds = [] }) => ({ ...input, afterFileIds: [...afterFileIds, ...fileIds] }),
    },
  })
  if (most <= 0) return null
  return (
    <Card title={words.after}>
      <PicturesField label={words.after} hint={words.afterHint} held={held} />
      <FormFoot form={form} action={words.afterAction} look='pine' />
    </Card>
  )
}
