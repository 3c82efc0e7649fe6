import type { StepCourse } from '#cloud/call/useStep'
import type { Limits } from '#contract/community'
import type { Instant } from '#contract/shared/scalars'
import type { ShiftPlaceState, ShiftView } from '#contract/shift'
import { windowWords } from '#text/shared/time'
import { shiftStateText, shiftText as words } from '#text/shift/shift'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Heading } from '#ui/show/Heading'
import { SealChip, type StateTone } from '#ui/show/SealChip'
import { ShiftStep } from './ShiftStep'
import { shiftOpensAt } from './shiftStep'

export const shiftTones: Record<ShiftPlaceState, StateTone> = {
  confirmed: 'going',
  in_service: 'going',
  done: 'waits',
  credited: 'done',
  withdrawn: 'off',
  absent: 'off',
  cancelled: 'off',
}

export interface ShiftRowsProps {
  shifts: readonly ShiftView[]
  limits: Limits
  course: StepCourse
  now: Instant
}

/** The shifts of an activity, each with the one next step. */
export function ShiftRows({ shifts, limits, course, now }: ShiftRowsProps) {
  return (
    <Card title={words.title} edge='pine'>
      <Box>{words.lead}</Box>
      {shifts.map((shift) => {
        const { shiftId, name, to, free, capacity, mine } = shift
        return (
          <Box key={shiftId} className='stack-tight'>
            <Heading level={3}>{name}</Heading>
            <Box>{windowWords(shift, now)}</Box>
            {now < to && <Box className='soft'>{words.free(free, capacity)}</Box>}
            {mine && mine.state !== 'withdrawn' && (
              <SealChip tone={shiftTones[mine.state]}>{shiftStateText[mine.state]}</SealChip>
            )}
            {mine && mine.state !== 'withdrawn' && (
              <Box>{words.next(mine, { opensAt: shiftOpensAt(shift, limits), to }, now)}</Box>
            )}
            <ShiftStep shift={shift} limits={limits} course={course} now={now} />
          </Box>
        )
      })}
    </Card>
  )
}
