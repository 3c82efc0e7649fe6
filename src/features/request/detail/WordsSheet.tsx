import { useForm } from '#cloud/call/useForm'
import { useDraft } from '#cloud/kept/useDraft'
import { usePictures } from '#cloud/picture/usePictures'
import type { RequestDetail } from '#contract/request'
import { officeStepText } from '#text/request/requestOffice'
import { Choice } from '#ui/choice/Choice'
import { PicturesField } from '#ui/field/PicturesField'
import { showFirstFault } from '#ui/field/showFirstFault'
import { ParagraphField } from '#ui/field/TextField'
import { FormFoot } from '#ui/form/FormFoot'
import { Sheet } from '#ui/sheet/Sheet'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import { type RequestCourse, useRequestStep } from './requestCourse'

export interface WordsSheetProps {
  step: 'progress' | 'resolve' | 'ask'
  request: RequestDetail
  course: RequestCourse
  onClose: () => void
}

/** Asks for the text of an office step, such as an answer or a reason. */
export function WordsSheet({ step, request, course, onClose }: WordsSheetProps) {
  const words = officeStepText.words[step]
  const { requestId } = course
  const { stages = [], stage = 0 } = (step === 'progress' && request.guide) || {}
  const taking = useRequestStep(`request.${step}`, course)
  const { held: pictures, tray } = usePictures(`request:${requestId}:${step}`, { purpose: 'request_photo' })
  const form = useForm(useDraft({ said: '', stage }), {
    check: (draft) => {
      const said = draft.said.trim()
      if (said.length < 2) return { faults: { said: officeStepText.missing } }
      const inputs = {
        progress: { requestId, note: said, ...(stages.length > 0 && { stage: draft.stage }) },
        resolve: { requestId, resolution: said },
        ask: { requestId, question: said },
      }
      return { input: inputs[step] }
    },
    atFault: showFirstFault,
    by: taking.saying(() => officeStepText.done[step]),
    pictures: { tray, into: (input, sent) => ({ ...input, ...sent }) },
    onDone: onClose,
  })
  return (
    <Sheet title={officeStepText.open[step]} onClose={onClose}>
      <Box>{request.guide ? officeStepText.toResident : words.text}</Box>
      <Maybe>
        {stages.length > 0 && (
          <Choice
            label={officeStepText.stage}
            tall
            options={stages.map((title, index) => ({ value: String(index), title })).slice(stage)}
            chosen={String(form.draft.stage)}
            onChoose={(chosen) => form.choose({ stage: Number(chosen) })}
          />
        )}
      </Maybe>
      <ParagraphField
        label={stages.length > 0 ? officeStepText.stageNote : words.label}
        maxLength={step === 'resolve' ? 500 : 300}
        error={form.faults.said}
        onText={(said) => form.write({ said })}
      />
      {step !== 'ask' && !request.guide && (
        <PicturesField hint={officeStepText.picturesHint} held={pictures} />
      )}
      <FormFoot form={form} action={words.action} />
    </Sheet>
  )
}
