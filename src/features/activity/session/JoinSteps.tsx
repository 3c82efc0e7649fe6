import { useState } from 'react'
import type { StepCourse } from '#cloud/call/useStep'
import type { ActivityDetail } from '#contract/activity'
import type { Dependent } from '#contract/dependent'
import { useActivityStep } from '#features/activity/detail/activityCourse'
import { sessionText as words } from '#text/session/session'
import { courseText } from '#text/training/course'
import { Button } from '#ui/button/Button'
import { Failure } from '#ui/form/Failure'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import { TraineeSheet } from '../course/TraineeSheet'
import type { NextStep } from './nextStep'
import { PartySheet } from './PartySheet'
import type { Companion } from './partyDraft'

export interface JoinStepsProps {
  sessionId: string
  step: Extract<NextStep, { step: 'signUp' | 'waitlist' | 'enterDraw' }>
  activity: ActivityDetail
  dependents: readonly Dependent[]
  /** A party needs a child, so the sheet opens instead of signing up the person alone. */
  needsChild: boolean
  course: StepCourse
}

/** Signs up the person alone with one tap, or a party through a sheet. */
export function JoinSteps(props: JoinStepsProps) {
  const { sessionId, step, activity, dependents, needsChild, course } = props
  const signUp = useActivityStep('session.signUp', course)
  const [choosing, setChoosing] = useState(false)

  const take = (party: Companion[]) => signUp.take({ sessionId, party }, words.afterSignUp)
  const action = {
    signUp: words.signUp,
    enterDraw: words.enterDraw,
    waitlist: step.step === 'waitlist' ? words.waitlist(step.position) : '',
  }[step.step]

  const isCourse = activity.lessonCount !== undefined
  const sheet = {
    dependents,
    by: { ...signUp, attempt: take },
    onDone: () => setChoosing(false),
    onClose: () => {
      setChoosing(false)
      signUp.clear()
    },
  }

  return (
    <Box className='stack-tight'>
      <Maybe>{step.step === 'waitlist' && <Box className='soft'>{words.full}</Box>}</Maybe>
      <Failure>{!choosing && signUp.failure}</Failure>
      {needsChild ? (
        <Button onPress={() => setChoosing(true)}>{words.signUpChild}</Button>
      ) : (
        <Button busy={signUp.busy && !choosing} onPress={() => take([{ self: true }])}>
          {action}
        </Button>
      )}
      {isCourse && dependents.length > 0 && (
        <Button look='quiet' onPress={() => setChoosing(true)}>
          {courseText.forRelative}
        </Button>
      )}
      {!needsChild && activity.partyMax > 1 && (
        <Button look='quiet' onPress={() => setChoosing(true)}>
          {words.signUpParty}
        </Button>
      )}
      <Maybe>
        {choosing &&
          (isCourse ? <TraineeSheet {...sheet} /> : <PartySheet most={activity.partyMax} {...sheet} />)}
      </Maybe>
    </Box>
  )
}
