import { useState } from 'react'
import type { Checked } from '#cloud/call/checked'
import { useForm } from '#cloud/call/useForm'
import { useDraft } from '#cloud/kept/useDraft'
import { usePictures } from '#cloud/picture/usePictures'
import type { RequestCategory } from '#contract/community'
import { manyPictures } from '#contract/file'
import type { InputOf } from '#contract/operations'
import type { RequestDetail, RequestStep } from '#contract/request'
import { CategoryQuestions } from '#features/request/filing/CategoryQuestion'
import { ownStepText } from '#text/request/ownSteps'
import { Button } from '#ui/button/Button'
import { ReasonButton } from '#ui/button/ReasonButton'
import { Tick } from '#ui/choice/Tick'
import { PicturesField } from '#ui/field/PicturesField'
import { showFirstFault } from '#ui/field/showFirstFault'
import { ParagraphField, TextField } from '#ui/field/TextField'
import { FormFoot } from '#ui/form/FormFoot'
import { Sheet } from '#ui/sheet/Sheet'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import { type RequestCourse, useRequestStep } from './requestCourse'

const own: ReadonlySet<RequestStep> = new Set(['correct', 'supplement', 'withdraw'])
/** Whether the step changes or ends one's own request. Such steps stand below its history. */
export const isOwnStep = (step: RequestStep): boolean => own.has(step)

type Correction = InputOf<'request.correct'>

interface OwnStepsProps {
  request: RequestDetail
  /** The request's category; absent while it is being read, or where it is no longer offered. */
  category: RequestCategory | undefined
  course: RequestCourse
}

/** Corrects, supplements or withdraws one's own request. */
export function OwnSteps({ request, category, course }: OwnStepsProps) {
  const [open, setOpen] = useState<'correct' | 'supplement'>()
  const close = () => setOpen(undefined)
  const offered = (['correct', 'supplement'] as const).filter((step) => request.steps.includes(step))
  return (
    <Box className='stack-tight'>
      {offered.map((step) => (
        <Button key={step} look='quiet' onPress={() => setOpen(step)}>
          {ownStepText[step].open}
        </Button>
      ))}
      <Maybe>{request.steps.includes('withdraw') && <WithdrawStep course={course} />}</Maybe>
      <Maybe>
        {open === 'correct' && (
          <CorrectSheet request={request} category={category} course={course} onClose={close} />
        )}
        {open === 'supplement' && <SupplementSheet request={request} course={course} onClose={close} />}
      </Maybe>
    </Box>
  )
}

function WithdrawStep({ course }: { course: RequestCourse }) {
  const words = ownStepText.withdraw
  const step = useRequestStep('request.withdraw', course)
  const { requestId } = course
  const withdraw = async (reason: string) =>
    (await step.take({ requestId, reason }, () => words.done))?.ok === true
  return <ReasonButton {...words} step={step} onReason={withdraw} />
}

/** Asks for the words and pictures as they should have been. Pictures are added, or taken away all together. */
function CorrectSheet({ request, category, course, onClose }: OwnStepsProps & { onClose: () => void }) {
  const words = ownStepText.correct
  const { requestId } = course
  const { fileIds: shown } = request
  const step = useRequestStep('request.correct', course)
  const { held: pictures, tray } = usePictures(`request:${requestId}:correct`, {
    purpose: 'request_photo',
    actingFor: course.actingFor,
    most: manyPictures - shown.length,
  })
  const held = useDraft(() => ({
    description: request.description ?? '',
    place: request.place ?? '',
    answers: answersOf(request, category),
    without: false,
  }))
  const form = useForm(held, {
    check: ({ description, place, answers, without }): Checked<Correction, 'description'> => {
      if (description.trim() === '') return { faults: { description: words.missing } }
      const input = { requestId, description, place: place.trim(), ...(category && { answers }) }
      return { input: without ? { ...input, fileIds: [] } : input }
    },
    by: step.saying(() => words.done),
    atFault: showFirstFault,
    pictures: {
      tray,
      into: ({ fileIds = shown, ...input }, { fileIds: added = [] }) => ({
        ...input,
        fileIds: [...fileIds, ...added],
      }),
    },
    onDone: onClose,
  })
  const { draft, faults, choose, write } = form
  return (
    <Sheet title={words.title} onClose={onClose}>
      <ParagraphField
        label={words.description}
        initial={draft.description}
        maxLength={500}
        onText={(description) => write({ description })}
        error={faults.description}
      />
      <TextField
        label={words.place}
        initial={draft.place}
        optional
        maxLength={100}
        onText={(place) => write({ place })}
      />
      <Maybe>
        {category && category.fields.length > 0 && <CategoryQuestions category={category} form={form} />}
      </Maybe>
      <Maybe>
        {shown.length > 0 && (
          <Tick
            label={words.without(shown.length)}
            ticked={draft.without}
            onTick={(without) => choose({ without })}
          />
        )}
      </Maybe>
      <Maybe>
        {shown.length < manyPictures && <PicturesField hint={words.picturesHint} held={pictures} />}
      </Maybe>
      <FormFoot form={form} action={words.action} />
    </Sheet>
  )
}

/** The answers by the category's questions as they are now. */
function answersOf(
  { answers }: RequestDetail,
  category: RequestCategory | undefined,
): Record<string, string> {
  const said = new Map(answers.map(({ title, value }) => [title, value]))
  return Object.fromEntries(
    (category?.fields ?? []).map(({ field, title }) => [field, said.get(title) ?? '']),
  )
}

type SupplementSheetProps = Pick<OwnStepsProps, 'request' | 'course'> & { onClose: () => void }

function SupplementSheet({ request, course, onClose }: SupplementSheetProps) {
  const words = ownStepText.supplement
  const { requestId } = course
  const step = useRequestStep('request.supplement', course)
  const { held: pictures, tray } = usePictures(`request:${requestId}:supplement`, {
    purpose: 'request_photo',
    actingFor: course.actingFor,
  })
  const form = useForm(useDraft({ said: '' }), {
    check: ({ said }) =>
      said.trim().length < 2
        ? { faults: { said: words.missing } }
        : { input: { requestId, words: said.trim() } },
    by: step.saying(() => words.done),
    atFault: showFirstFault,
    pictures: { tray, into: (input, sent) => ({ ...input, ...sent }) },
    onDone: onClose,
  })
  return (
    <Sheet title={words.title} onClose={onClose}>
      <Box>{words.text}</Box>
      <ParagraphField
        label={words.label}
        maxLength={300}
        error={form.faults.said}
        onText={(said) => form.write({ said })}
      />
      {!request.guide && <PicturesField hint={words.picturesHint} held={pictures} />}
      <FormFoot form={form} action={words.action} />
    </Sheet>
  )
}
