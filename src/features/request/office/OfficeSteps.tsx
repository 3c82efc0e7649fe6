import { type ReactNode, useState } from 'react'
import type { RequestDetail, RequestStep } from '#contract/request'
import { type RequestCourse, useRequestStep } from '#features/request/detail/requestCourse'
import { WordsSheet } from '#features/request/detail/WordsSheet'
import { officeStepText as words } from '#text/request/requestOffice'
import { Button, type ButtonLook } from '#ui/button/Button'
import { Pressable } from '#ui/button/Pressable'
import { Failure } from '#ui/form/Failure'
import { Confirm } from '#ui/sheet/Confirm'
import { ReasonSheet } from '#ui/sheet/ReasonSheet'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import { AssignSheet } from './AssignSheet'
import { ExtendSheet } from './ExtendSheet'
import { PublishSheet } from './PublishSheet'
import './OfficeSteps.scss'

type OfficeStep = keyof typeof words.open
export const isOfficeStep = (step: RequestStep): step is OfficeStep => step in words.open

export interface OfficeStepsProps {
  request: RequestDetail
  course: RequestCourse
}

/** The steps of the holder and of the tier above. The first is a large button; the others are shown after a tap. */
export function OfficeSteps({ request, course }: OfficeStepsProps) {
  const [open, setOpen] = useState(false)
  const [main, ...others] = request.steps.filter(isOfficeStep)
  if (main === undefined) return null
  const props = { request, course }
  return (
    <Box className='stack-tight'>
      <StepButton key={main} step={main} look={main === 'publish' ? 'quiet' : 'primary'} {...props} />
      {others.length > 0 && (
        <Pressable className='other-ways' expanded={open} onPress={() => setOpen(!open)}>
          {open ? words.othersClose : words.others}
        </Pressable>
      )}
      <Maybe>
        {open && (
          <Box className='stack-tight'>
            {others.map((step) => (
              <StepButton key={step} step={step} look='quiet' {...props} />
            ))}
          </Box>
        )}
      </Maybe>
    </Box>
  )
}

interface StepButtonProps extends OfficeStepsProps {
  step: OfficeStep
  look: ButtonLook
}

/** The button of a step. It does the step at once, or opens a sheet that asks first. */
function StepButton({ step, look, request, course }: StepButtonProps) {
  const [asking, setAsking] = useState(false)
  if (step === 'accept' || step === 'approve') return <PlainStep step={step} look={look} course={course} />
  const label = step === 'publish' && request.published ? words.publish.change : words.open[step]
  return (
    <>
      <Button look={look} onPress={() => setAsking(true)}>
        {label}
      </Button>
      <Maybe>{asking && sheets[step]({ request, course, onClose: () => setAsking(false) })}</Maybe>
    </>
  )
}

function PlainStep({
  step,
  look,
  course,
}: {
  step: 'accept' | 'approve'
  look: ButtonLook
  course: RequestCourse
}) {
  const taking = useRequestStep(`request.${step}`, course)
  return (
    <Box className='stack-tight'>
      <Failure>{taking.failure}</Failure>
      <Button
        look={look}
        busy={taking.busy}
        onPress={() => taking.take({ requestId: course.requestId }, () => words.done[step])}
      >
        {words.open[step]}
      </Button>
    </Box>
  )
}

export interface StepSheetProps extends OfficeStepsProps {
  onClose: () => void
}

/** The sheet of each step. A step without an entry does not compile. */
const sheets: Record<Exclude<OfficeStep, 'accept' | 'approve'>, (props: StepSheetProps) => ReactNode> = {
  progress: (props) => <WordsSheet step='progress' {...props} />,
  resolve: (props) => <WordsSheet step='resolve' {...props} />,
  ask: (props) => <WordsSheet step='ask' {...props} />,
  assign: (props) => <AssignSheet {...props} />,
  extend: (props) => <ExtendSheet {...props} />,
  escalate: (props) => <ReasonStep step='escalate' {...props} />,
  return: (props) => <ReasonStep step='return' {...props} />,
  decline: (props) => <ReasonStep step='decline' {...props} />,
  publish: (props) => <PublishSheet {...props} />,
  takeOver: (props) => <TakeOver {...props} />,
}

function ReasonStep({ step, course, onClose }: StepSheetProps & { step: 'escalate' | 'return' | 'decline' }) {
  const taking = useRequestStep(`request.${step}`, course)
  const { text, label, reasons, action } = words.reasons[step]
  async function take(reason: string) {
    const outcome = await taking.take({ requestId: course.requestId, reason }, () => words.done[step])
    if (outcome?.ok) onClose()
  }
  return (
    <ReasonSheet
      title={words.open[step]}
      {...{ text, label, reasons, action }}
      look={step === 'decline' ? 'danger' : 'primary'}
      busy={taking.busy}
      failure={taking.failure}
      onReason={take}
      onClose={onClose}
    />
  )
}

function TakeOver({ course, onClose }: StepSheetProps) {
  const taking = useRequestStep('request.takeOver', course)
  async function take() {
    const { requestId } = course
    const outcome = await taking.take({ requestId }, () => words.done.takeOver)
    if (outcome?.ok) onClose()
  }
  return (
    <Confirm
      title={words.open.takeOver}
      text={words.takeOver.text}
      action={words.takeOver.action}
      look='primary'
      busy={taking.busy}
      failure={taking.failure}
      onConfirm={take}
      keep={words.takeOver.keep}
      onClose={onClose}
    />
  )
}
