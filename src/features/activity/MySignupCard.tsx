import type { SignupCard } from '#contract/activity'
import type { Instant } from '#contract/scalars'
import type { StepCourse } from '../../cloud/useStep'
import { activityDetail } from '../../routes'
import { mySignupsText, sessionText, signupStanding } from '../../text/activity'
import { datedWindowWords } from '../../text/time'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { LineButton } from '../../ui/LineButton'
import { SignupSeal } from './SignupSeal'
import { SignupSteps } from './SignupSteps'

export interface MySignupCardProps {
  signup: SignupCard
  doorOpensAt: Instant
  course: StepCourse
  now: Instant
}

/** One of my sign-ups: where it stands, and what can be done about it. */
export function MySignupCard({ signup, doorOpensAt, course, now }: MySignupCardProps) {
  const { sessionId, activityId, title, place, from, to, mine } = signup
  const over = now >= to
  return (
    <Card title={title} edge={mine.state === 'offered' ? 'cinnabar' : 'ochre'}>
      <Box>
        <SignupSeal state={mine.state} />
      </Box>
      <Box>
        <Box className='strong'>{datedWindowWords(signup, now)}</Box>
        <Box>{place}</Box>
      </Box>
      {(!over || mine.present !== undefined || mine.missed) && (
        <Box>{signupStanding(mine, { from, doorOpensAt }, now)}</Box>
      )}
      {mine.party.length > 1 && <Box>{sessionText.together(mine.party)}</Box>}
      {!over && (
        <SignupSteps sessionId={sessionId} title={title} from={from} mine={mine} course={course} now={now} />
      )}
      {(mine.mayRate || mine.mayExplain) && (
        <Button
          look='quiet'
          label={`${mine.mayRate ? mySignupsText.rate : mySignupsText.explain}：${title}`}
          to={activityDetail(activityId)}
        >
          {mine.mayRate ? mySignupsText.rate : mySignupsText.explain}
        </Button>
      )}
      <LineButton label={mySignupsText.openOf(title)} to={activityDetail(activityId)}>
        {mySignupsText.open}
      </LineButton>
    </Card>
  )
}
