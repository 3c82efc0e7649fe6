import type { RefusalCode } from '#contract/shared/refusal'
import type { Instant, MemberId, TeamId } from '#contract/shared/scalars'
import { minuteMs } from '#contract/shared/time'

/**
 * Volunteers' slots at a session. It only counts them; each volunteer's `ShiftPlace` says what becomes of
 * them.
 */
export interface Shift {
  _id: string
  communityId: string
  rev: number
  activityId: string
  sessionId: string
  /** Who published the activity, and is told when a volunteer cannot come. */
  coordinatorId: MemberId
  /** The team whose ledger the minutes belong to. */
  teamId: TeamId
  /**
   * The team whose activity it is: its leaders run it, read its code, and are told in place of who published it. Null or
   * absent: the community's own.
   */
  runBy?: TeamId | null
  /** The activity's title. */
  title: string
  /** What the volunteers do, for example 签到引导. */
  name: string
  from: Instant
  to: Instant
  capacity: number
  /** Always `capacity` less the number of holders. */
  free: number
  state: 'open' | 'cancelled'
  /**
   * Who holds a slot, and since when; a slot older than a function's time limit may have been left by a
   * crash.
   */
  holders: Record<MemberId, { at: Instant }>
  /** When `jobs` must compare it with its shift places; null when they agree. */
  dueAt: Instant | null
}

export interface ShiftPlan {
  shiftId: string
  communityId: string
  activityId: string
  sessionId: string
  coordinatorId: MemberId
  teamId: TeamId
  runBy?: TeamId
  title: string
  name: string
  from: Instant
  to: Instant
  capacity: number
}

/** An open shift with every slot free. */
export function newShift({ shiftId, ...plan }: ShiftPlan): Shift {
  return {
    _id: shiftId,
    ...plan,
    rev: 0,
    free: plan.capacity,
    state: 'open',
    holders: {},
    dueAt: null,
  }
}

/** A slot that still has no shift place after this time was left by a crash between the two writes. */
export const slotSettlesMs = minuteMs

/** Why nobody may take a slot any more; undefined while slots may be taken. */
export function closedFor(shift: Shift, now: Instant): RefusalCode | undefined {
  if (shift.state === 'cancelled') return 'shift_cancelled'
  return shift.to <= now ? 'shift_over' : undefined
}

/**
 * The shift after an edit of its activity. Its shift places follow by `jobs`, or at once where the caller
 * asks for it. An edit never takes held slots away.
 */
export function reshapeShift(
  shift: Shift,
  to: Partial<Pick<Shift, 'title' | 'name' | 'from' | 'to' | 'capacity' | 'teamId' | 'runBy' | 'state'>>,
  now: Instant,
): { next: Shift } | { refusal: RefusalCode } {
  const capacity = to.capacity ?? shift.capacity
  const held = Object.keys(shift.holders).length
  if (capacity < held) return { refusal: 'shift_held' }
  return { next: { ...shift, ...to, rev: shift.rev + 1, capacity, free: capacity - held, dueAt: now } }
}
