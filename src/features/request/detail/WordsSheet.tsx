import { useForm } from '#cloud/call/useForm'
import { useDraft } from '#cloud/kept/useDraft'
import { usePictures } from '#cloud/picture/usePictures'
import { officeStepText } from '#text/request/requestOffice'
import { PicturesField } from '#ui/field/PicturesField'
import { showFirstFault } from '#ui/field/showFirstFault'
import { ParagraphField } from '#ui/field/TextField'
import { FormFoot } from '#ui/form/FormFoot'
import { Sheet } from '#ui/sheet/Sheet'
import { Box } from '#ui/show/Box'
import { type RequestCourse, useRequestStep } from './requestCourse'

export interface WordsSheetProps {
  step: 'progress' | 'resolve' | 'ask'
  course: RequestCourse
  onClose: () => void
}

/** Asks for the text of an office step, such as an answer or a reason. */
export function WordsSheet({ step, course, onClose }: WordsSheetProps) {
  const words = officeStepText.words[step]
  const { requestId } = course
  const taking = useRequestStep(`request.${step}`, course)
  const { held: pictures, tray } = usePictures(`request:${requestId}:${step}`, { purpose: 'request_photo' })
  const form = useForm(useDraft({ said: '' }), {
    check: (draft) => {
      const said = draft.said.trim()
      if (said.length < 2) return { faults: { said: officeStepText.missing } }
      const inputs = {
        progress: { requestId, note: said },
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
      <Box>{words.text}</Box>
      <ParagraphField
        label={words.label}
        maxLength={step === 'resolve' ? 500 : 300}
        error={form.faults.said}
        onText={(said) => form.write({ said })}
      />
      {step !== 'ask' && <PicturesField hint={officeStepText.picturesHint} held={pictures} />}
      <FormFoot form={form} action={words.action} />
    </Sheet>
  )
}
