import * as v from 'valibot'
import type { Overlap } from './hours'
import { doorCode } from './shared/attendanceCode'
import { type ContractRow, reply } from './shared/operation'
import type { Page } from './shared/scalars'
import { type Instant, id, instant, type MemberId, paging } from './shared/scalars'

export const shiftOne = v.object({ shiftId: id })

export const shiftAttend = v.object({ shiftId: id, code: doorCode, at: v.optional(instant) })

/**
 * Without `memberIds`, everybody who has checked out is confirmed; a forgotten check-out is confirmed by name
 * only.
 */
export const shiftConfirm = v.object({
  shiftId: id,
  memberIds: v.optional(v.pipe(v.array(id), v.minLength(1), v.maxLength(100))),
})

export const shiftMine = v.object({ when: v.picklist(['upcoming', 'past']), ...paging })

export const shiftRoster = v.object({ sessionId: id })

/** A volunteer is added by whoever runs the shift. */
export const shiftAdd = v.object({ shiftId: id, memberId: id })

/** The shifts ahead whose minutes belong to a team, the next first. */
export const shiftList = v.object({ teamId: id, ...paging })

export interface ShiftView {
  shiftId: string
  sessionId: string
  name: string
  from: Instant
  to: Instant
  teamId: string
  capacity: number
  free: number
  mine?: { state: ShiftPlaceState } & ShiftServed
}

/**
 * Why minutes are credited only where somebody else confirms them by name. `forgotten`: nobody checked out.
 * `overrun`: the service ended long after the shift. `own`: the volunteer could read the shift's code.
 * `resumed`: the check-in arrived after the shift had been cancelled.
 */
export type ShiftWait = 'forgotten' | 'overrun' | 'own' | 'resumed'

/** The service of one volunteer at a shift. */
export interface ShiftServed {
  minutes?: number
  /** What of the minutes another service of the volunteer had counted. */
  overlap?: Overlap
  waits?: ShiftWait
  checkedInAt?: Instant
  checkedOutAt?: Instant
}

export type ShiftPlaceState =
  | 'confirmed'
  | 'withdrawn'
  | 'in_service'
  /** The volunteer checked out, or it was closed at the planned end; somebody has to confirm the minutes. */
  | 'done'
  | 'credited'
  | 'absent'
  /** The shift was cancelled. */
  | 'cancelled'

export interface ShiftMoved {
  state: ShiftPlaceState
  minutes?: number
}

/** A shift that the caller has signed up for. */
export interface MyShift extends ShiftServed {
  shiftId: string
  activityId: string
  sessionId: string
  /** The activity's title. */
  title: string
  name: string
  teamId: string
  from: Instant
  to: Instant
  state: ShiftPlaceState
}

/** A shift ahead, as its team's page shows it. */
export interface TeamShift {
  shiftId: string
  activityId: string
  /** The activity's title. */
  title: string
  name: string
  from: Instant
  to: Instant
  capacity: number
  free: number
}

/** One volunteer of a shift, as the person who runs the activity sees them. */
export interface ShiftVolunteer extends ShiftServed {
  memberId: MemberId
  name: string
  state: ShiftPlaceState
  /** They may be credited by word: nobody knows their coming by a code. */
  mayWord?: true
  /** Credited by word. */
  word?: true
  /** Reported late; it should be checked before it is confirmed. */
  late?: true
  /** Nobody checked out: it was closed at the planned end, and is confirmed by name only. */
  forgotten?: true
}

export interface ShiftLines {
  shiftId: string
  name: string
  teamId: string
  from: Instant
  to: Instant
  capacity: number
  free: number
  /** Volunteers may still be added by hand. */
  mayAdd?: true
  volunteers: ShiftVolunteer[]
}

/** A session, booking or shift of the caller that overlaps a session. */
export interface Clash {
  what: 'session' | 'booking' | 'shift'
  from: Instant
  to: Instant
  /** Absent for a booking. */
  title?: string
}

export const shiftOperations = {
  'shift.signUp': { input: shiftOne, reply: reply<ShiftMoved>() },
  'shift.withdraw': { input: shiftOne, reply: reply<ShiftMoved>() },
  'shift.checkIn': { input: shiftAttend, reply: reply<ShiftMoved>() },
  'shift.checkOut': { input: shiftAttend, reply: reply<ShiftMoved>() },
  'shift.confirm': { input: shiftConfirm, reply: reply<{ volunteers: ShiftVolunteer[] }>() },
  'shift.add': { input: shiftAdd, reply: reply<ShiftMoved>() },
  'shift.candidates': { input: shiftOne, reply: reply<{ items: { memberId: MemberId; name: string }[] }>() },
  'shift.list': { input: shiftList, reply: reply<Page<TeamShift>>() },
  'shift.mine': { input: shiftMine, reply: reply<Page<MyShift>>() },
  'shift.roster': { input: shiftRoster, reply: reply<{ shifts: ShiftLines[] }>() },
} as const satisfies Record<string, ContractRow>
