import type { MyShift } from '#contract/activity'
import type { Limits } from '#contract/community'
import type { Instant } from '#contract/scalars'
import type { StepCourse } from '../../cloud/useStep'
import { activityDetail } from '../../routes'
import { mySignupsText } from '../../text/activity'
import { shiftStateText, shiftText as words } from '../../text/shift'
import { datedWindowWords } from '../../text/time'
import { Box } from '../../ui/Box'
import { Card } from '../../ui/Card'
import { LineButton } from '../../ui/LineButton'
import { SealChip } from '../../ui/SealChip'
import { shiftTones } from './ShiftRows'
import { ShiftStep } from './ShiftStep'
import { shiftOpensAt } from './shiftStep'

export interface MyShiftCardProps {
  shift: MyShift
  limits: Limits
  course: StepCourse
  now: Instant
}

/** One of my shifts: where it stands, and its one next step. */
export function MyShiftCard({ shift, limits, course, now }: MyShiftCardProps) {
  const { shiftId, activityId, title, name, from, to, state, minutes } = shift
  return (
    <Card title={`${title} · ${name}`} edge='pine'>
      <Box>
        <SealChip tone={shiftTones[state]}>{shiftStateText[state]}</SealChip>
      </Box>
      <Box className='strong'>{datedWindowWords(shift, now)}</Box>
      <Box>{words.next(state, shiftOpensAt(shift, limits), now, minutes)}</Box>
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
