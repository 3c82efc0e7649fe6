import type { StepCourse } from '#cloud/call/useStep'
import type { SignupCard } from '#contract/session'
import type { Instant } from '#contract/shared/scalars'
import { activityDetail } from '#routes'
import { sessionText } from '#text/session/session'
import { mySignupsText, signupSentence, traineeSentence } from '#text/session/signup'
import { datedWindowWords } from '#text/shared/time'
import { courseText } from '#text/training/course'
import { Button } from '#ui/button/Button'
import { LineButton } from '#ui/button/LineButton'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { CourseRing } from '../course/CourseRing'
import { SignupSeal } from './SignupSeal'
import { SignupSteps } from './SignupSteps'

export interface MySignupCardProps {
  signup: SignupCard
  doorOpensAt: Instant
  course: StepCourse
  now: Instant
}

/** One of the viewer's sign-ups: its state, and what can be done about it. */
export function MySignupCard({ signup, doorOpensAt, course, now }: MySignupCardProps) {
  const { sessionId, activityId, title, place, from, to, mine, progress, lessonId } = signup
  const over = now >= to
  // what somebody says of a session is their own
  const rates = mine.mayRate && course.actingFor === undefined
  return (
    <Card title={title} edge={mine.state === 'offered' ? 'cinnabar' : 'ochre'}>
      <Box>
        <SignupSeal of={mine} />
      </Box>
      <Box>
        <Box className='strong'>{datedWindowWords(signup, now)}</Box>
        <Box>{place}</Box>
      </Box>
      {(!over || mine.present !== undefined || mine.missed) && (
        <Box>
          {progress
            ? traineeSentence(mine, { from, to, present: mine.present }, { doorOpensAt }, now)
            : signupSentence(mine, { from, doorOpensAt }, now)}
        </Box>
      )}
      {progress && mine.state === 'confirmed' && <CourseRing progress={progress} />}
      {mine.party.length > 1 && <Box>{sessionText.together(mine.party)}</Box>}
      {!over && (
        <SignupSteps
          sessionId={sessionId}
          title={title}
          leavesUntil={lessonId ? to : from}
          ask={progress && courseText.withdrawAsk}
          mine={mine}
          course={course}
          now={now}
        />
      )}
      {(rates || mine.mayExplain) && (
        <Button
          look='quiet'
          label={`${rates ? mySignupsText.rate : mySignupsText.explain}：${title}`}
          to={activityDetail(activityId, course.actingFor)}
        >
          {rates ? mySignupsText.rate : mySignupsText.explain}
        </Button>
      )}
      <LineButton label={mySignupsText.openOf(title)} to={activityDetail(activityId, course.actingFor)}>
        {mySignupsText.open}
      </LineButton>
    </Card>
  )
}
