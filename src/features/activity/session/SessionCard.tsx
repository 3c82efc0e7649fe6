import type { StepCourse } from '#cloud/call/useStep'
import type { ActivityDetail } from '#contract/activity'
import type { Dependent } from '#contract/dependent'
import type { SessionView } from '#contract/session'
import type { Instant } from '#contract/shared/scalars'
import { drawProofAt } from '#routes'
import { sessionText as words } from '#text/session/session'
import { signupSentence, traineeSentence } from '#text/session/signup'
import { datedWindowWords } from '#text/shared/time'
import { courseText } from '#text/training/course'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Maybe } from '#ui/show/Maybe'
import { ListRow, ListRows } from '#ui/show/Row'
import { CourseRing } from '../course/CourseRing'
import { ownDoor } from '../course/ownDoor'
import { AppealStep } from './AppealStep'
import { CalendarStep } from './CalendarStep'
import { CannotJoinStep } from './CannotJoinStep'
import { FeedbackStep } from './FeedbackStep'
import { JoinSteps } from './JoinSteps'
import { isStillMine, leavesUntil, nextStep } from './nextStep'
import { SessionCheckIn } from './SessionCheckIn'
import { SignupSeal } from './SignupSeal'
import { SignupSteps } from './SignupSteps'

export interface SessionCardProps {
  activity: ActivityDetail
  session: SessionView
  title: string
  dependents: readonly Dependent[]
  doorOpensAt: Instant
  course: StepCourse
  now: Instant
}

/** One session: its places, the viewer's own place, and the one next step. */
export function SessionCard(props: SessionCardProps) {
  const { activity, session, title, dependents, doorOpensAt, course, now } = props
  const { signup } = activity
  const { mine, to, sessionId, clashes = [], progress } = session
  const door = ownDoor(session, now)
  const next = nextStep(session, signup.rule, doorOpensAt, now)
  // the door marks whoever comes without a phone, and what somebody says of a session is their own
  const own = course.actingFor === undefined
  const ahead = now < to && session.state !== 'cancelled'
  const joining = next.step === 'signUp' || next.step === 'waitlist' || next.step === 'enterDraw'
  const warned = clashes.length > 0 && (joining || next.step === 'accept')
  return (
    <Card title={title} edge={next.step === 'accept' ? 'cinnabar' : 'ochre'}>
      <Box className='stack-tight'>
        {activity.sessionCount > 1 && <Box className='strong'>{datedWindowWords(session, now)}</Box>}
        {ahead && <Box>{words.places(session, signup.rule)}</Box>}
        <Maybe>{joining && <Box className='soft'>{words.closesAt(signup.closesAt, now)}</Box>}</Maybe>
      </Box>
      <Maybe>
        {mine && (
          <Box className='stack-tight'>
            <Box>
              <SignupSeal of={mine} />
            </Box>
            <Box>
              {progress
                ? traineeSentence(mine, door, { closesAt: signup.closesAt, doorOpensAt }, now)
                : signupSentence(mine, { from: door.from, closesAt: signup.closesAt, doorOpensAt }, now)}
            </Box>
            {progress && isStillMine(mine) && <CourseRing progress={progress} />}
            {isStillMine(mine) && mine.party.length > 1 && <Box>{words.together(mine.party)}</Box>}
          </Box>
        )}
      </Maybe>
      <Maybe>
        {warned && (
          <Box className='stack-tight'>
            <Box className='strong'>{words.clashTitle}</Box>
            {clashes.map((clash) => (
              <Box key={`${clash.what} ${clash.from}`}>{words.clash(clash, now)}</Box>
            ))}
            <Box className='soft'>{words.clashNote}</Box>
          </Box>
        )}
      </Maybe>
      <Maybe>
        {joining && (
          <JoinSteps
            sessionId={sessionId}
            step={next}
            activity={activity}
            dependents={dependents}
            needsChild={session.cannotJoin === 'needs_child' || activity.audience?.withChild === true}
            course={course}
          />
        )}
        {next.step === 'cannotJoin' && (
          <CannotJoinStep why={next.why} signup={signup} now={now} leads={own} />
        )}
        {own && next.step === 'rate' && <FeedbackStep sessionId={sessionId} course={course} />}
        {next.step === 'explain' && <AppealStep sessionId={sessionId} course={course} />}
        {own && next.step === 'checkIn' && (
          <SessionCheckIn sessionId={sessionId} lessonId={door.lessonId} course={course} />
        )}
      </Maybe>
      <Maybe>
        {mine && isStillMine(mine) && (
          <SignupSteps
            sessionId={sessionId}
            leavesUntil={leavesUntil(session)}
            ask={progress && courseText.withdrawAsk}
            mine={mine}
            course={course}
            now={now}
          />
        )}
      </Maybe>
      <Maybe>
        {own && mine?.state === 'confirmed' && now < door.from && (
          <CalendarStep
            sessionId={door.lessonId ?? sessionId}
            title={activity.title}
            place={door.place ?? activity.place}
            from={door.from}
            to={door.to}
          />
        )}
      </Maybe>
      {signup.rule === 'draw' && (
        <ListRows>
          <ListRow title={words.proof} detail={words.proofDetail} to={drawProofAt(sessionId, mine?.ticket)} />
        </ListRows>
      )}
    </Card>
  )
}
