import { useState } from 'react'
import type { StepCourse } from '#cloud/call/useStep'
import type { MySignup } from '#contract/session'
import type { Instant } from '#contract/shared/scalars'
import { useActivityStep } from '#features/activity/detail/activityCourse'
import { sessionText as words } from '#text/session/session'
import { Button } from '#ui/button/Button'
import { Failure } from '#ui/form/Failure'
import { Confirm } from '#ui/sheet/Confirm'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import { FewerSheet } from './FewerSheet'
import { mayWithdraw } from './nextStep'

export interface SignupStepsProps {
  sessionId: string
  /** The activity's title, for a page that shows several activities. */
  title?: string | undefined
  leavesUntil: Instant
  /** What is asked before a place is given up; absent: what is asked of a session. */
  ask?: { title: string; text: string } | undefined
  mine: MySignup
  course: StepCourse
  now: Instant
}

/** The steps for a sign-up that stands: take an offer, decline it, or withdraw. Each says first what it means. */
export function SignupSteps(props: SignupStepsProps) {
  const { sessionId, title, leavesUntil, mine, course, now } = props
  const accept = useActivityStep('session.acceptOffer', course)
  const decline = useActivityStep('session.declineOffer', course)
  const withdraw = useActivityStep('session.withdraw', course)
  const fewer = useActivityStep('session.changeParty', course)
  const [asking, setAsking] = useState<'decline' | 'withdraw' | 'fewer'>()
  const close = () => {
    setAsking(undefined)
    decline.clear()
    withdraw.clear()
    fewer.clear()
  }
  const leave = async (step: typeof decline | typeof withdraw, said: string) => {
    const outcome = await step.take({ sessionId }, () => said)
    if (outcome?.ok) setAsking(undefined)
  }
  const of = (action: string) => (title ? `${action}：${title}` : undefined)
  const ask =
    mine.state === 'confirmed'
      ? (props.ask ?? words.withdrawAsk.confirmed)
      : mine.state === 'in_draw'
        ? words.withdrawAsk.draw
        : words.withdrawAsk.waiting
  return (
    <Box className='stack-tight'>
      <Failure>{accept.failure}</Failure>
      <Maybe>
        {mine.state === 'offered' && (
          <Box className='stack-tight'>
            <Button
              busy={accept.busy}
              label={of(words.accept)}
              onPress={() => accept.take({ sessionId }, () => words.accepted)}
            >
              {words.accept}
            </Button>
            <Button look='quiet' label={of(words.decline)} onPress={() => setAsking('decline')}>
              {words.decline}
            </Button>
          </Box>
        )}
        {mayWithdraw(mine, leavesUntil, now) && mine.party.length > 1 && (
          <Button look='quiet' label={of(words.fewer)} onPress={() => setAsking('fewer')}>
            {words.fewer}
          </Button>
        )}
        {mayWithdraw(mine, leavesUntil, now) && (
          <Button look='quiet' label={of(words.withdraw)} onPress={() => setAsking('withdraw')}>
            {words.withdraw}
          </Button>
        )}
      </Maybe>
      <Maybe>
        {asking === 'decline' && (
          <Confirm
            title={words.declineAsk.title}
            text={words.declineAsk.text}
            action={words.decline}
            busy={decline.busy}
            failure={decline.failure}
            onConfirm={() => leave(decline, words.declined)}
            keep={words.declineAsk.keep}
            onClose={close}
          />
        )}
        {asking === 'fewer' && (
          <FewerSheet
            party={mine.party}
            by={{
              ...fewer,
              attempt: (names) => fewer.take({ sessionId, names }, () => words.fewerDone),
            }}
            onDone={close}
            onClose={close}
          />
        )}
        {asking === 'withdraw' && (
          <Confirm
            title={ask.title}
            text={ask.text}
            action={words.withdraw}
            busy={withdraw.busy}
            failure={withdraw.failure}
            onConfirm={() => leave(withdraw, words.withdrawn)}
            keep={words.withdrawAsk.keep}
            onClose={close}
          />
        )}
      </Maybe>
    </Box>
  )
}
