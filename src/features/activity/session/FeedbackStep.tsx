import { useRef, useState } from 'react'
import type { StepCourse } from '#cloud/call/useStep'
import { useActivityStep } from '#features/activity/detail/activityCourse'
import { feedbackText as words } from '#text/session/feedback'
import { Button } from '#ui/button/Button'
import { Stars } from '#ui/choice/Stars'
import { ParagraphField } from '#ui/field/TextField'
import { Banner } from '#ui/page/Banner'
import { Box } from '#ui/show/Box'
import { Heading } from '#ui/show/Heading'
import { Maybe } from '#ui/show/Maybe'

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
      <Maybe>
        {missing && stars === undefined && (
          <Box className='field-error' role='alert'>
            {words.starsMissing}
          </Box>
        )}
      </Maybe>
      <ParagraphField
        label={words.comment}
        optional
        maxLength={300}
        onText={(text) => {
          comment.current = text
        }}
      />
      <Maybe>{give.failure && <Banner tone='bad'>{give.failure}</Banner>}</Maybe>
      <Button busy={give.busy} onPress={submit}>
        {words.action}
      </Button>
    </Box>
  )
}
