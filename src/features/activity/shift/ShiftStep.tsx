import { useState } from 'react'
import type { StepCourse } from '#cloud/call/useStep'
import { saySent, useKeptReport } from '#cloud/kept/useKeptReport'
import type { Limits } from '#contract/community'
import type { Instant } from '#contract/shared/scalars'
import type { ShiftView } from '#contract/shift'
import { useActivityStep } from '#features/activity/detail/activityCourse'
import { digitsAndSpace, isAttendanceCode } from '#features/activity/session/SessionCheckIn'
import { checkInText } from '#text/session/checkIn'
import { shiftText as words } from '#text/shift/shift'
import { Button } from '#ui/button/Button'
import { CodeEntry } from '#ui/field/CodeEntry'
import { Failure } from '#ui/form/Failure'
import { Confirm } from '#ui/sheet/Confirm'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import { shiftStep } from './shiftStep'

export interface ShiftStepProps {
  shift: Pick<ShiftView, 'shiftId' | 'name' | 'from' | 'to' | 'free' | 'mine'>
  limits: Limits
  course: StepCourse
  now: Instant
}

/** The one next step of a volunteer at a shift: sign up, check in, check out or withdraw. */
export function ShiftStep({ shift, limits, course, now }: ShiftStepProps) {
  const { shiftId, name } = shift
  const signUp = useActivityStep('shift.signUp', course)
  const withdraw = useActivityStep('shift.withdraw', course)
  const [asking, setAsking] = useState(false)
  const step = shiftStep(shift, limits, now)
  const leave = async () => {
    const outcome = await withdraw.take({ shiftId }, () => words.withdrawn)
    if (outcome?.ok) setAsking(false)
  }
  return (
    <Box className='stack-tight'>
      <Failure>{signUp.failure}</Failure>
      <Maybe>
        {step === 'signUp' && (
          <Button
            look='pine'
            label={words.signUpOf(name)}
            busy={signUp.busy}
            onPress={() => signUp.take({ shiftId }, () => words.signedUp)}
          >
            {words.signUp}
          </Button>
        )}
        {(step === 'checkIn' || step === 'checkOut') && (
          <ShiftCode key={step} attendance={step} shiftId={shiftId} course={course} />
        )}
      </Maybe>
      <Maybe>
        {shift.mine?.state === 'confirmed' && now < shift.from && (
          <Button look='quiet' label={words.withdrawOf(name)} onPress={() => setAsking(true)}>
            {words.withdraw}
          </Button>
        )}
        {asking && (
          <Confirm
            title={words.withdrawAsk.title}
            text={words.withdrawAsk.text}
            action={words.withdraw}
            busy={withdraw.busy}
            failure={withdraw.failure}
            onConfirm={leave}
            keep={words.withdrawAsk.keep}
            onClose={() => {
              setAsking(false)
              withdraw.clear()
            }}
          />
        )}
      </Maybe>
    </Box>
  )
}

const ops = { checkIn: 'shift.checkIn', checkOut: 'shift.checkOut' } as const

interface ShiftCodeProps {
  attendance: keyof typeof ops
  shiftId: string
  course: StepCourse
}

function ShiftCode({ attendance, shiftId, course }: ShiftCodeProps) {
  const { take, busy, failure } = useActivityStep(ops[attendance], course)
  const said = words[attendance]
  const kept = useKeptReport({
    keptUnder: `${attendance}:${shiftId}`,
    op: ops[attendance],
    about: { shiftId },
    send: (report) => take({ shiftId, ...report }, ({ minutes }) => said.done(minutes)),
    onSent: saySent<{ minutes?: number }>(course, ({ minutes }) => said.done(minutes)),
  })
  const { label, missing, notACode } = checkInText
  return (
    <CodeEntry
      {...kept}
      words={{ ...said, label, missing, notACode }}
      isCode={isAttendanceCode}
      maxLength={digitsAndSpace}
      busy={busy}
      failure={failure}
    />
  )
}
