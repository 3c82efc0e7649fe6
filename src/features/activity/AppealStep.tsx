import { useState } from 'react'
import type { StepCourse } from '../../cloud/useStep'
import { appealText as words } from '../../text/afterActivity'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { Place } from '../../ui/Place'
import { ReasonSheet } from '../../ui/ReasonSheet'
import { useActivityStep } from './activityCourse'

/** A word to having missed a session: to the coordinator, who can put it right. */
export function AppealStep({ sessionId, course }: { sessionId: string; course: StepCourse }) {
  const [saying, setSaying] = useState(false)
  const appeal = useActivityStep('session.appeal', course)
  const send = async (note: string) => {
    const outcome = await appeal.take({ sessionId, note }, () => words.done)
    if (outcome?.ok) setSaying(false)
  }
  return (
    <Box className='stack-tight'>
      <Button onPress={() => setSaying(true)}>{words.press}</Button>
      <Place>
        {saying && (
          <ReasonSheet
            title={words.title}
            text={words.text}
            label={words.label}
            reasons={words.reasons}
            action={words.action}
            look='primary'
            busy={appeal.busy}
            failure={appeal.failure}
            onReason={send}
            onClose={() => {
              setSaying(false)
              appeal.clear()
            }}
          />
        )}
      </Place>
    </Box>
  )
}
