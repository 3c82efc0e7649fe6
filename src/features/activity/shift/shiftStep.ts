import type { Limits } from '#contract/community'
import type { Instant, TeamId } from '#contract/shared/scalars'
import { minuteMs } from '#contract/shared/time'
import type { ShiftView } from '#contract/shift'

type ShiftStepName = 'signUp' | 'checkIn' | 'checkOut'

/** When a volunteer may check in at a shift. */
export const shiftOpensAt = (
  { from }: Pick<ShiftView, 'from'>,
  { checkInOpensMinutes }: Pick<Limits, 'checkInOpensMinutes'>,
): Instant => from - checkInOpensMinutes * minuteMs

/** The sessions in which a shift has begun that the viewer runs. `runs`: whether they run the shifts of a team. */
export const sessionsRun = <Session extends { shifts: readonly Pick<ShiftView, 'from' | 'teamId'>[] }>(
  runs: (teamId: TeamId) => boolean,
  sessions: readonly Session[],
  now: Instant,
): Session[] =>
  sessions.filter(({ shifts }) => shifts.some(({ from, teamId }) => from <= now && runs(teamId)))

/** The shifts that a viewer is shown: volunteers see all, anybody else those they still have a place at. */
export const shiftsFor = <Shift extends Pick<ShiftView, 'mine'>>(
  volunteers: boolean,
  shifts: readonly Shift[],
): Shift[] => shifts.filter(({ mine }) => volunteers || (mine !== undefined && mine.state !== 'withdrawn'))

/** What a volunteer can do about a shift now. Undefined when there is nothing to do. */
export function shiftStep(
  shift: Pick<ShiftView, 'from' | 'to' | 'free' | 'mine'>,
  limits: Pick<Limits, 'checkInOpensMinutes'>,
  now: Instant,
): ShiftStepName | undefined {
  const state = shift.mine?.state
  if (state === 'in_service') return 'checkOut'
  if (state === 'confirmed')
    return now >= shiftOpensAt(shift, limits) && now < shift.to ? 'checkIn' : undefined
  const mayJoin = state === undefined || state === 'withdrawn'
  return mayJoin && shift.free > 0 && now < shift.to ? 'signUp' : undefined
}
