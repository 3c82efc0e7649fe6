import { useState } from 'react'
import { type StepCourse, useStep } from '#cloud/call/useStep'
import type { OwnPlacement, VacancyDetail } from '#contract/vacancy'
import { interestText as words } from '#text/vacancy/vacancy'
import { Button } from '#ui/button/Button'
import { Confirm } from '#ui/sheet/Confirm'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Maybe } from '#ui/show/Maybe'
import { PlacementSeal } from './PlacementSeal'
import { wayOvertaken } from './placementSteps'

export interface MyWayProps {
  vacancy: VacancyDetail
  mine: OwnPlacement
  course: StepCourse
}

/** How far the person is, what of them may be passed on, and how they take back either. */
export function MyWay({ vacancy, mine, course }: MyWayProps) {
  const { firm } = vacancy
  const { state, reason, consentUntil, passedAt } = mine
  const under = state === 'interested' || state === 'invited'
  return (
    <Card edge={state === 'invited' ? 'cinnabar' : 'ochre'}>
      <PlacementSeal state={state} />
      <Box className='strong'>{words.state[state]}</Box>
      {reason !== undefined && <Box>{`${words.said}：${reason}`}</Box>}
      {under && (
        <Box className='soft'>
          {passedAt !== undefined
            ? words.passed(firm, passedAt)
            : consentUntil !== undefined
              ? words.given(firm, consentUntil)
              : words.notGiven}
        </Box>
      )}
      {under && <WaySteps vacancy={vacancy} mine={mine} course={course} />}
    </Card>
  )
}

/** Gives or takes back the consent, and takes back the interest. */
function WaySteps({ vacancy, mine, course }: MyWayProps) {
  const { vacancyId, firm, consentDays, state } = vacancy
  const { placementId, consentUntil, passedAt } = mine
  const [asking, setAsking] = useState<'give' | 'takeBack' | 'withdraw'>()
  const interest = useStep('placement.interest', course, wayOvertaken)
  const withdraw = useStep('placement.withdraw', course, wayOvertaken)
  const close = () => {
    setAsking(undefined)
    interest.clear()
    withdraw.clear()
  }
  const say = async (consent: boolean) => {
    const outcome = await interest.take({ vacancyId, consent }, () => words.changed)
    if (outcome?.ok) close()
  }
  const stands = consentUntil !== undefined && passedAt === undefined
  return (
    <>
      {stands && (
        <Button look='quiet' onPress={() => setAsking('takeBack')}>
          {words.takeBack}
        </Button>
      )}
      {!stands && state === 'open' && (
        <Button look='quiet' onPress={() => setAsking('give')}>
          {words.give}
        </Button>
      )}
      <Button look='quiet' onPress={() => setAsking('withdraw')}>
        {words.withdraw}
      </Button>
      <Maybe>
        {asking === 'give' && (
          <Confirm
            title={words.giveTitle(firm)}
            text={words.giveText(firm, consentDays)}
            action={words.give}
            look='primary'
            busy={interest.busy}
            failure={interest.failure}
            onConfirm={() => say(true)}
            keep={words.keep}
            onClose={close}
          />
        )}
        {asking === 'takeBack' && (
          <Confirm
            title={words.takeBackTitle}
            text={words.takeBackText}
            action={words.takeBack}
            busy={interest.busy}
            failure={interest.failure}
            onConfirm={() => say(false)}
            keep={words.keep}
            onClose={close}
          />
        )}
        {asking === 'withdraw' && (
          <Confirm
            title={words.withdrawTitle}
            text={words.withdrawText}
            action={words.withdraw}
            busy={withdraw.busy}
            failure={withdraw.failure}
            onConfirm={async () => {
              const outcome = await withdraw.take({ placementId }, () => words.withdrawn)
              if (outcome?.ok) close()
            }}
            keep={words.keep}
            onClose={close}
          />
        )}
      </Maybe>
    </>
  )
}
