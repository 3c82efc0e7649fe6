import { useState } from 'react'
import { cloudNow } from '#clock'
import { useForm } from '#cloud/call/useForm'
import { useDraft } from '#cloud/kept/useDraft'
import { usePictures } from '#cloud/picture/usePictures'
import type { RequestDetail } from '#contract/request'
import { residentStepText } from '#text/request/request'
import { Button } from '#ui/button/Button'
import { ReasonButton } from '#ui/button/ReasonButton'
import { PicturesField } from '#ui/field/PicturesField'
import { showFirstFault } from '#ui/field/showFirstFault'
import { ParagraphField } from '#ui/field/TextField'
import { Failure } from '#ui/form/Failure'
import { FormFoot } from '#ui/form/FormFoot'
import { ReasonSheet } from '#ui/sheet/ReasonSheet'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Maybe } from '#ui/show/Maybe'
import { type RequestCourse, useRequestStep } from './requestCourse'

interface StepProps {
  request: RequestDetail
  course: RequestCourse
}

/** The steps of a resident on a request. The most urgent one is a card of its own. */
export function ResidentSteps({ request, course }: StepProps) {
  const { steps } = request
  return (
    <Box className='stack'>
      <Maybe>{steps.includes('answer') && <AnswerStep request={request} course={course} />}</Maybe>
      <Maybe>{steps.includes('rate') && <RateStep request={request} course={course} />}</Maybe>
      <Maybe>{steps.includes('support') && <SupportStep request={request} course={course} />}</Maybe>
      <Maybe>
        {steps.includes('reopen') && <ReopenStep words={residentStepText.reopen} course={course} />}
      </Maybe>
    </Box>
  )
}

function SupportStep({ request, course }: StepProps) {
  const words = residentStepText.support
  const support = useRequestStep('request.support', course)
  const { requestId } = course
  const take = (supports: boolean) =>
    support.take({ requestId, supports }, ({ supporters }) =>
      supports ? words.done(supporters) : words.undone,
    )
  return (
    <Box className='stack-tight'>
      <Box className='soft'>{request.supported ? words.supported : words.hint}</Box>
      <Failure>{support.failure}</Failure>
      <Button
        look={request.supported ? 'quiet' : 'primary'}
        busy={support.busy}
        onPress={() => take(!request.supported)}
      >
        {request.supported ? words.undo : words.action}
      </Button>
    </Box>
  )
}

function AnswerStep({ request, course }: StepProps) {
  const words = residentStepText.answer
  const step = useRequestStep('request.answer', course)
  const { requestId } = course
  const { held: pictures, tray } = usePictures(`request:${requestId}:answer`, {
    purpose: 'request_photo',
    actingFor: course.actingFor,
  })
  const form = useForm(useDraft({ answer: '' }), {
    check: (draft) => {
      const answer = draft.answer.trim()
      return answer === '' ? { faults: { answer: words.missing } } : { input: { requestId, answer } }
    },
    atFault: showFirstFault,
    by: step.saying(() => words.done),
    pictures: { tray, into: (input, sent) => ({ ...input, ...sent }) },
  })
  return (
    <Card title={words.title} edge='cinnabar'>
      <Box className='strong'>{request.question}</Box>
      <ParagraphField
        label={words.label}
        maxLength={300}
        error={form.faults.answer}
        onText={(answer) => form.write({ answer })}
      />
      {!request.guide && <PicturesField hint={words.picturesHint} held={pictures} />}
      <FormFoot form={form} action={words.action} />
    </Card>
  )
}

/** Asks whether the problem is solved. Yes takes one tap. No asks what is wrong and reopens the request. */
function RateStep({ request, course }: StepProps) {
  const words = residentStepText.rate
  const step = useRequestStep('request.rate', course)
  const [asking, setAsking] = useState(false)
  const { requestId } = course
  async function notFixed(comment: string) {
    const outcome = await step.take({ requestId, satisfied: false, comment }, () => words.reopened)
    if (outcome?.ok) setAsking(false)
  }
  return (
    <Card title={words.title} edge='cinnabar'>
      {request.resolution && <Box className='strong'>{request.resolution}</Box>}
      {request.closesItselfAt !== undefined && (
        <Box className='soft'>{words.silence(request.closesItselfAt, cloudNow())}</Box>
      )}
      <Failure>{!asking && step.failure}</Failure>
      <Button
        busy={step.busy && !asking}
        onPress={() => step.take({ requestId, satisfied: true }, () => words.praised)}
      >
        {words.yes}
      </Button>
      <Button look='quiet' onPress={() => setAsking(true)}>
        {words.no}
      </Button>
      <Maybe>
        {asking && (
          <ReasonSheet
            title={words.wrongTitle}
            text={words.wrongText}
            label={words.wrongLabel}
            reasons={words.wrongReasons}
            action={words.wrongAction}
            look='primary'
            busy={step.busy}
            failure={step.failure}
            onReason={notFixed}
            onClose={() => {
              setAsking(false)
              step.clear()
            }}
          />
        )}
      </Maybe>
    </Card>
  )
}

function ReopenStep({ words, course }: { words: typeof residentStepText.reopen; course: RequestCourse }) {
  const step = useRequestStep('request.reopen', course)
  const { requestId } = course
  const reopen = async (reason: string) =>
    (await step.take({ requestId, reason }, () => words.done))?.ok === true
  return <ReasonButton {...words} look='primary' step={step} onReason={reopen} />
}
