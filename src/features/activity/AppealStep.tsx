import type { StepCourse } from '../../cloud/useStep'
import { appealText as words } from '../../text/afterActivity'
import { Box } from '../../ui/Box'
import { ReasonButton } from '../../ui/ReasonButton'
import { useActivityStep } from './activityCourse'

/** A word to having missed a session: to the coordinator, who can put it right. */
export function AppealStep({ sessionId, course }: { sessionId: string; course: StepCourse }) {
  const appeal = useActivityStep('session.appeal', course)
  const send = async (note: string) => (await appeal.take({ sessionId, note }, () => words.done))?.ok === true
  return (
    <Box className='stack-tight'>
      <ReasonButton {...words} openLook='primary' look='primary' step={appeal} onReason={send} />
    </Box>
  )
}
