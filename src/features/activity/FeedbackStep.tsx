import { useRef, useState } from 'react'
import type { StepCourse } from '../../cloud/useStep'
import { feedbackText as words } from '../../text/afterActivity'
import { Banner } from '../../ui/Banner'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { Heading } from '../../ui/Heading'
import { Place } from '../../ui/Place'
import { Stars } from '../../ui/Stars'
import { ParagraphField } from '../../ui/TextField'
import { useActivityStep } from './activityCourse'

/** How it was: a star, and send; words if one likes. */
export function FeedbackStep({ sessionId, course }: { sessionId: string; course: StepCourse }) {
  const [stars, setStars] = useState<number>()
  const [missing, setMissing] = useState(false)
  const comment = useRef('')
  const give = useActivityStep('session.feedback', course)

  function submit() {
    setMissing(stars === undefined)
    if (stars === undefined) return
    const said = comment.current.trim()
    void give.take({ sessionId, stars, ...(said && { comment: said }) }, () => words.done)
  }
  return (
    <Box className='stack-tight'>
      <Heading level={3}>{words.title}</Heading>
      <Box>{words.lead}</Box>
      <Stars label={words.stars} chosen={stars} onChoose={setStars} />
      <Place>
        {missing && stars === undefined && (
          <Box className='field-error' role='alert'>
            {words.starsMissing}
          </Box>
        )}
      </Place>
      <ParagraphField
        label={words.comment}
        optional
        maxLength={300}
        onText={(text) => {
          comment.current = text
        }}
      />
      <Place>{give.failure && <Banner tone='bad'>{give.failure}</Banner>}</Place>
      <Button busy={give.busy} onPress={submit}>
        {words.action}
      </Button>
    </Box>
  )
}
