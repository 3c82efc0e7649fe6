import type { StepCourse } from '#cloud/call/useStep'
import { useActivityStep } from '#features/activity/detail/activityCourse'
import { feedbackText as words } from '#text/session/feedback'
import { StarsForm } from '#ui/form/StarsForm'
import { Box } from '#ui/show/Box'
import { Heading } from '#ui/show/Heading'

/** Asks how a session was: stars, and words that may be left out. */
export function FeedbackStep({ sessionId, course }: { sessionId: string; course: StepCourse }) {
  const { take, busy, failure } = useActivityStep('session.feedback', course)
  return (
    <Box className='stack-tight'>
      <Heading level={3}>{words.title}</Heading>
      <Box>{words.lead}</Box>
      <StarsForm
        words={words}
        busy={busy}
        failure={failure}
        onSend={(said) => take({ sessionId, ...said }, () => words.done)}
      />
    </Box>
  )
}
