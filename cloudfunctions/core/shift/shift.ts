import type { RefusalCode } from '#contract/shared/refusal'
import type { Instant, MemberId, TeamId } from '#contract/shared/scalars'
import { minuteMs } from '#contract/shared/time'

/** 志愿岗位: volunteers' slots at a session. It only counts; what becomes of each volunteer is in their `ShiftPlace`. */
export interface Shift {
  _id: string
  communityId: string
  rev: number
  activityId: string
  sessionId: string
  /** Whoever published the activity; hears when a volunteer cannot come. */
  coordinatorId: MemberId
  /** The team whose ledger the minutes belong to. */
  teamId: TeamId
  /** The activity's title. */
  title: string
  /** What is done here, for example 签到引导. */
  name: string
  from: Instant
  to: Instant
  capacity: number
  /** Always `capacity` less the number of holders. */
  free: number
  state: 'open' | 'cancelled'
  /** Who holds a slot, and since when; a slot older than a function lives may be left over from a crash. */
  holders: Record<MemberId, { at: Instant }>
  /** When `jobs` must compare it with its places; null when they agree. */
  dueAt: Instant | null
}

export interface ShiftPlan {
  shiftId: string
  communityId: string
  activityId: string
  sessionId: string
  coordinatorId: MemberId
  teamId: TeamId
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

/** A slot whose volunteer has no place after this long was left by a crash between the two writes. */
export const slotSettlesMs = minuteMs

/** Why nobody may take a slot any more; undefined: there may be one. */
export function closedFor(shift: Shift, now: Instant): RefusalCode | undefined {
  if (shift.state === 'cancelled') return 'shift_cancelled'
  return shift.to <= now ? 'shift_over' : undefined
}

/**
 * What an edit makes of it: its places follow by `jobs`, or at once when the caller asks for it. Slots that are held
 * are never taken away by an edit.
 */
export function reshape(
  shift: Shift,
  to: Partial<Pick<Shift, 'title' | 'name' | 'from' | 'to' | 'capacity' | 'teamId' | 'state'>>,
  now: Instant,
): { next: Shift } | { refusal: RefusalCode } {
  const capacity = to.capacity ?? shift.capacity
  const held = Object.keys(shift.holders).length
  if (capacity < held) return { refusal: 'shift_held' }
  return { next: { ...shift, ...to, rev: shift.rev + 1, capacity, free: capacity - held, dueAt: now } }
}
