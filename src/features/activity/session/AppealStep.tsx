import type { StepCourse } from '#cloud/call/useStep'
import { useActivityStep } from '#features/activity/detail/activityCourse'
import { appealText as words } from '#text/session/appeal'
import { ReasonButton } from '#ui/button/ReasonButton'
import { Box } from '#ui/show/Box'

export interface AppealStepProps {
  sessionId: string
  /** The lesson of a course. */
  lessonId?: string | undefined
  course: StepCourse
}

/** Tells the coordinator why a session was missed, or that it was not. The coordinator can correct the record. */
export function AppealStep({ sessionId, lessonId, course }: AppealStepProps) {
  const appeal = useActivityStep('session.appeal', course)
  const send = async (note: string) =>
    (await appeal.take({ sessionId, ...(lessonId && { lessonId }), note }, () => words.done))?.ok === true
  return (
    <Box className='stack-tight'>
      <ReasonButton {...words} openLook='primary' look='primary' step={appeal} onReason={send} />
    </Box>
  )
}
