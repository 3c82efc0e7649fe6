import { useRef, useState } from 'react'
import type { StepCourse } from '#cloud/call/useStep'
import { offerProgressMessage } from '#cloud/wechat/progressMessages'
import type { ActivityDetail } from '#contract/activity'
import type { Dependent } from '#contract/dependent'
import { useActivityStep } from '#features/activity/detail/activityCourse'
import { sessionText as words } from '#text/session/session'
import { Button } from '#ui/button/Button'
import { Failure } from '#ui/form/Failure'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
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
  template: string | undefined
  course: StepCourse
}

/** Signs up the person alone with one tap, or a party through a sheet. */
export function JoinSteps(props: JoinStepsProps) {
  const { sessionId, step, activity, dependents, needsChild, template, course } = props
  const signUp = useActivityStep('session.signUp', course)
  const [choosing, setChoosing] = useState(false)

  // WeChat shows its question during a tap only: it must come before any other waiting.
  const offer = () => offerProgressMessage(template)
  const take = (party: Companion[]) => signUp.take({ sessionId, party }, words.afterSignUp)
  const joining = useRef(false)
  async function joinAlone() {
    if (joining.current) return
    joining.current = true
    await offer()
    await take([{ self: true }])
    joining.current = false
  }
  const action = {
    signUp: words.signUp,
    enterDraw: words.enterDraw,
    waitlist: step.step === 'waitlist' ? words.waitlist(step.position) : '',
  }[step.step]

  return (
    <Box className='stack-tight'>
      <Maybe>{step.step === 'waitlist' && <Box className='soft'>{words.full}</Box>}</Maybe>
      <Failure>{!choosing && signUp.failure}</Failure>
      {needsChild ? (
        <Button onPress={() => setChoosing(true)}>{words.signUpChild}</Button>
      ) : (
        <Button busy={signUp.busy && !choosing} onPress={joinAlone}>
          {action}
        </Button>
      )}
      {!needsChild && activity.partyMax > 1 && (
        <Button look='quiet' onPress={() => setChoosing(true)}>
          {words.signUpParty}
        </Button>
      )}
      <Maybe>
        {choosing && (
          <PartySheet
            most={activity.partyMax}
            dependents={dependents}
            by={{ ...signUp, attempt: take }}
            first={offer}
            onDone={() => setChoosing(false)}
            onClose={() => {
              setChoosing(false)
              signUp.clear()
            }}
          />
        )}
      </Maybe>
    </Box>
  )
}
