import type { StepCourse } from '#cloud/call/useStep'
import type { Limits } from '#contract/community'
import type { Instant } from '#contract/shared/scalars'
import type { MyShift } from '#contract/shift'
import { activityDetail } from '#routes'
import { mySignupsText } from '#text/session/signup'
import { datedWindowWords } from '#text/shared/time'
import { shiftStateText, shiftText as words } from '#text/shift/shift'
import { LineButton } from '#ui/button/LineButton'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { SealChip } from '#ui/show/SealChip'
import { shiftTones } from './ShiftRows'
import { ShiftStep } from './ShiftStep'
import { shiftOpensAt } from './shiftStep'

export interface MyShiftCardProps {
  shift: MyShift
  limits: Limits
  course: StepCourse
  now: Instant
}

/** One of the viewer's shifts: its state, and the one next step. */
export function MyShiftCard({ shift, limits, course, now }: MyShiftCardProps) {
  const { shiftId, activityId, title, name, from, to, state } = shift
  return (
    <Card title={`${title} · ${name}`} edge='pine'>
      <SealChip tone={shiftTones[state]}>{shiftStateText[state]}</SealChip>
      <Box className='strong'>{datedWindowWords(shift, now)}</Box>
      <Box>{words.next(shift, { opensAt: shiftOpensAt(shift, limits), to }, now)}</Box>
      <ShiftStep
        shift={{ shiftId, name, from, to, free: 0, mine: { state } }}
        limits={limits}
        course={course}
        now={now}
      />
      <LineButton label={mySignupsText.openOf(`${title} ${name}`)} to={activityDetail(activityId)}>
        {mySignupsText.open}
      </LineButton>
    </Card>
  )
}
