import type { ShiftPlaceState, ShiftView } from '#contract/activity'
import type { Limits } from '#contract/community'
import type { Instant } from '#contract/scalars'
import type { StepCourse } from '../../cloud/useStep'
import { shiftStateText, shiftText as words } from '../../text/shift'
import { windowWords } from '../../text/time'
import { Box } from '../../ui/Box'
import { Card } from '../../ui/Card'
import { Heading } from '../../ui/Heading'
import { SealChip, type SealChipProps } from '../../ui/SealChip'
import { ShiftStep } from './ShiftStep'
import { shiftOpensAt } from './shiftStep'

export const shiftTones: Record<ShiftPlaceState, SealChipProps['tone']> = {
  confirmed: 'going',
  in_service: 'going',
  done: 'waits',
  credited: 'done',
  withdrawn: 'over',
  absent: 'over',
  cancelled: 'over',
}

export interface ShiftRowsProps {
  shifts: readonly ShiftView[]
  limits: Limits
  course: StepCourse
  now: Instant
}

/** Where volunteers are wanted at an activity, each with the one next step. */
export function ShiftRows({ shifts, limits, course, now }: ShiftRowsProps) {
  return (
    <Card title={words.title} edge='pine'>
      <Box>{words.lead}</Box>
      {shifts.map((shift) => {
        const { shiftId, name, free, capacity, mine } = shift
        return (
          <Box key={shiftId} className='stack-tight'>
            <Heading level={3}>{name}</Heading>
            <Box>{windowWords(shift, now)}</Box>
            <Box className='soft'>{words.free(free, capacity)}</Box>
            {mine && mine.state !== 'withdrawn' && (
              <Box>
                <SealChip tone={shiftTones[mine.state]}>{shiftStateText[mine.state]}</SealChip>
              </Box>
            )}
            {mine && mine.state !== 'withdrawn' && (
              <Box>{words.next(mine.state, shiftOpensAt(shift, limits), now, mine.minutes)}</Box>
            )}
            <ShiftStep shift={shift} limits={limits} course={course} now={now} />
          </Box>
        )
      })}
    </Card>
  )
}
